import { describe, expect, it } from 'vitest';
import { firstFailureIn } from '../../../apps/dashboard/components/work/firstFailure.ts';
import { failuresOf, rangesOf } from '../../../apps/dashboard/lib/api/failures.ts';
import type { Job } from '../../../apps/dashboard/lib/api/runs.ts';

const job = (shot: number | null, reason: string | null, state: Job['state'] = 'failed') =>
  ({ stage: 'renderMouths', shot, reason, hint: 'Do this.', state }) as Job;

describe('what failed in a run', () => {
  it('is told once where it went wrong in the same way, with all its shots', () => {
    const failures = failuresOf([
      job(9, 'The disk is full.'),
      job(3, 'The disk is full.'),
      job(4, 'The film ended early.'),
      job(5, null, 'done'),
    ]);
    expect(failures.map(({ reason, shots }) => [reason, shots])).toEqual([
      ['The disk is full.', [3, 9]],
      ['The film ended early.', [4]],
    ]);
  });

  it('has no shots where a stage works on the film as a whole', () => {
    expect(failuresOf([job(null, 'No sound.')])[0].shots).toEqual([]);
  });
});

describe('numbers of shots', () => {
  it('are written as people write them', () => {
    expect(rangesOf([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
    expect(rangesOf([])).toBe('');
  });
});

describe('the reason of a failed run', () => {
  it('is taken apart into where and why', () => {
    expect(firstFailureIn('renderMouths of shot 3: the disk is full')).toEqual({
      stage: 'renderMouths',
      shot: 3,
      reason: 'the disk is full',
    });
    expect(firstFailureIn('seal: no: not at all')).toMatchObject({ shot: null, reason: 'no: not at all' });
  });

  it('stays as it is where a person gave it', () => {
    expect(firstFailureIn('The client wants it after all.')).toBeNull();
  });
});

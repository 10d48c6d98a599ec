import { describe, expect, it } from 'vitest';
import {
  mostSeenFirst,
  seenLessThan,
  whoStays,
  withAnswer,
  withChanges,
  withMerged,
} from '../../../apps/dashboard/components/cast/castChanges.ts';
import type { Performer } from '../../../apps/dashboard/lib/api/cast.ts';

const seen = (id: string, frames: number, changes: Partial<Performer> = {}): Performer => ({
  ...{ id, title: 't', source: 's', name: `Performer ${id}`, ignored: false, strength: 1, mergedInto: null },
  ...{ inFilm: true, hasPortrait: true, frontal: 0.9, madeAt: '', version: 1 },
  screen: { tracks: 1, shots: 1, frames, seconds: frames / 24 },
  height: { median: 0.2, largest: 0.3 },
  ...changes,
});

const [one, two, three] = [seen('1', 240), seen('2', 480), seen('3', 24)];
const names = (performers: readonly Performer[]): string[] => performers.map(({ id }) => id);

describe('what is shown of the cast before the server has answered', () => {
  it('has those first who are seen most', () => {
    expect(names(mostSeenFirst([one, two, three]))).toEqual(['2', '1', '3']);
  });

  it('adds up what is seen of those who are joined', () => {
    const [merged, ...others] = withMerged([one, two, three], new Set(['1', '3']), '2');
    expect(others).toEqual([]);
    expect(merged).toMatchObject({
      id: '2',
      name: 'Performer 2',
      screen: { tracks: 3, shots: 3, frames: 744, seconds: 31 },
    });
  });

  it('changes those who are named, and nobody else', () => {
    const changed = withChanges([one, two], new Set(['2']), { ignored: true });
    expect(changed.map(({ ignored }) => ignored)).toEqual([false, true]);
    expect(two.ignored).toBe(false);
  });

  it('takes what the server answered, of somebody new too', () => {
    const named = { ...one, name: 'Ana', version: 2 };
    expect(withAnswer([one, two], named)).toEqual([named, two]);
    expect(names(withAnswer([one], three))).toEqual(['1', '3']);
  });
});

describe('who stays when faces are dropped on a face', () => {
  const ana = seen('4', 10, { name: 'Ana' });
  const ben = seen('5', 10, { name: 'Ben' });

  it('is the one they were dropped on', () => {
    expect(whoStays([one, two], three)).toEqual({ from: [one, two], into: three });
    expect(whoStays([ana], ben)).toEqual({ from: [ana], into: ben });
    expect(whoStays([one], ana)).toEqual({ from: [one], into: ana });
  });

  it('is the only one with a name', () => {
    expect(whoStays([ana], one)).toEqual({ from: [one], into: ana });
    expect(whoStays([two, ana], one)).toEqual({ from: [one, two], into: ana });
  });

  it('is the one they were dropped on when several names were dropped', () => {
    expect(whoStays([ana, ben], one)).toEqual({ from: [ana, ben], into: one });
  });
});

describe('who is seen briefly', () => {
  it('is whoever is seen for less, and is no extra yet', () => {
    const extra = seen('6', 5, { ignored: true });
    const never = seen('7', 0, { screen: { tracks: 0, shots: 0, frames: 0, seconds: null } });
    expect(names(seenLessThan([one, two, three, extra, never], 10))).toEqual(['3', '7']);
    expect(seenLessThan([one, three], 1)).toEqual([]);
  });
});

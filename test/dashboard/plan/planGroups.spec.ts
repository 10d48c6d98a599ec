import { describe, expect, it } from 'vitest';
import { planFound } from '../../../apps/dashboard/components/plan/planGroups.ts';
import { plannedLine, plannedShot, timelineOf } from './planned.ts';

describe('what a plan found', () => {
  it('has each line under every shot in which it is heard', () => {
    const { groups } = planFound(
      [plannedShot(0), plannedShot(1)],
      [plannedLine(0, [0, 1]), plannedLine(1, [1])],
      timelineOf(['to-render', 'rendering'], 2),
    );
    expect(groups.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['Line 0'],
      ['Line 0', 'Line 1'],
    ]);
    expect(groups.map(({ state }) => state)).toEqual(['to-render', 'rendering']);
    expect(groups[1].lines[0].spoken).toMatchObject({ shot: 1, start: 110 });
  });

  it('says of a shot what is worst in it, of lines that get a new mouth there', () => {
    const elsewhere = plannedLine(2, [0, 1], { mismatch: 0.9, mismatchReason: 'lips-open' });
    const lines = [
      plannedLine(0, [0], { mismatch: 0.2, mismatchReason: 'fits' }),
      plannedLine(1, [0], { mismatch: 0.6, mismatchReason: 'too-closed' }),
      { ...elsewhere, spoken: [{ ...elsewhere.spoken[0], frames: 0 }, elsewhere.spoken[1]] },
    ];
    const { groups } = planFound([plannedShot(0), plannedShot(1)], lines, timelineOf([], 3));
    expect(groups.map(({ mismatch, reason }) => [mismatch, reason])).toEqual([
      [0.6, 'too-closed'],
      [0.9, 'lips-open'],
    ]);
  });

  it('has shots of which nothing is rendered where lines are heard in them', () => {
    const away = plannedLine(0, [3], { leftOut: 'no-face', mismatch: null, mismatchReason: null });
    const still = plannedShot(5, { mouths: 0, frames: 100, seconds: 2 });
    const { groups } = planFound([still], [away], timelineOf([], 1));
    expect(groups).toMatchObject([
      { index: 3, shot: null, start: 310, end: 330, frames: 0, mismatch: null, state: 'untouched' },
      { index: 5, shot: null, frames: 0, seconds: 0 },
    ]);
  });

  it('keeps lines that the voice does not say apart', () => {
    const { groups, unheard } = planFound(
      [],
      [plannedLine(0, [], { leftOut: 'not-heard', problem: 'not-heard' })],
      timelineOf([], 1),
    );
    expect(groups).toEqual([]);
    expect(unheard).toMatchObject([{ text: 'Line 0', spoken: null }]);
  });

  it('tells no text where the script is another one than was planned', () => {
    const { groups } = planFound([plannedShot(0)], [plannedLine(0, [0])], timelineOf([], 1, false));
    expect(groups[0].lines[0].text).toBeNull();
  });
});

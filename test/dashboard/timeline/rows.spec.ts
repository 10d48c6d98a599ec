import { describe, expect, it } from 'vitest';
import { layLines } from '../../../apps/dashboard/components/timeline/layLines.ts';
import { layRows, rowAt, ROW_HEIGHT } from '../../../apps/dashboard/components/timeline/rowLayout.ts';
import { ticksFor } from '../../../apps/dashboard/components/timeline/rulerTicks.ts';
import { syntheticFilm } from './syntheticFilm.ts';

const ALL = { faces: true, sound: true, lines: true };
const film = syntheticFilm({ shots: 10, performers: 8, faces: 40, dubs: 2, lines: 20 });

describe('the rows of a timeline', () => {
  it('keep what is heard and said in sight under the faces, which scroll', () => {
    const layout = layRows(film, ALL, 300);
    expect(layout.fixed.map(({ kind }) => kind)).toEqual(['ruler', 'shots']);
    expect(layout.lanes.every(({ kind }) => kind === 'face')).toBe(true);
    expect(layout.pinned.map(({ kind }) => kind)).toEqual(['sound', 'lines', 'lines']);
    expect(layout.pinnedTop + layout.pinnedHeight).toBe(300);
    expect(rowAt(layout, 299, 0)).toMatchObject({ kind: 'lines', index: 1 });
    expect(rowAt(layout, layout.fixedHeight + 1, ROW_HEIGHT.face * 3)).toMatchObject({
      kind: 'face',
      index: 3,
    });
    expect(rowAt(layout, 3, 40)).toMatchObject({ kind: 'ruler' });
  });

  it('lie close under each other where all have room', () => {
    const layout = layRows(film, ALL, 2000);
    expect(layout.pinnedTop).toBe(layout.fixedHeight + layout.lanesHeight);
    expect(rowAt(layout, 1999, 0)).toBeUndefined();
  });

  it('all scroll where there is hardly any room', () => {
    const layout = layRows(film, ALL, 120);
    expect(layout.pinned).toEqual([]);
    expect(layout.lanes).toHaveLength(8 + 1 + 2);
  });

  it('are those that somebody wants to see', () => {
    const layout = layRows(film, { faces: false, sound: false, lines: true }, 300);
    expect([...layout.lanes, ...layout.pinned].map(({ kind }) => kind)).toEqual(['lines', 'lines']);
  });
});

describe('lines that are said at once', () => {
  it('lie under each other, and all others on one level', () => {
    const at = (start: number, end: number) => ({ start, end });
    expect(layLines([at(0, 10), at(9, 20), at(20, 30)])).toEqual({
      levels: Uint8Array.of(0, 0, 0),
      count: 1,
    });
    const { levels, count } = layLines([at(0, 40), at(5, 20), at(10, 15), at(12, 14), at(50, 60)]);
    expect([...levels]).toEqual([0, 1, 2, 2, 0]);
    expect(count).toBe(3);
  });
});

describe('the ruler', () => {
  it('writes timecodes that do not touch, from hours down to single frames', () => {
    expect(ticksFor(200, 24)).toEqual({ major: 24 * 900, minor: 24 * 60 });
    expect(ticksFor(0.2, 24)).toEqual({ major: 24, minor: 2 });
    expect(ticksFor(1 / 240, 24)).toEqual({ major: 1, minor: 1 });
    for (let perPixel = 0.004; perPixel < 1000; perPixel *= 1.3) {
      const { major, minor } = ticksFor(perPixel, 25);
      expect(major / perPixel).toBeGreaterThanOrEqual(Math.min(92, (3600 * 25) / perPixel));
      expect(major % minor).toBe(0);
    }
  });
});

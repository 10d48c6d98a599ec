import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MESH_POINTS } from '@mondwerk/film';
import type { PerformerHead } from '../../../apps/backend/src/pipeline/performerHeads.ts';
import {
  SourceIndex,
  SourceIndexWriter,
  sourceName,
} from '../../../apps/backend/src/pipeline/sourceIndex.ts';
import { UsualCuts } from '../../../apps/backend/src/pipeline/usualCuts.ts';

const folder = mkdtempSync(join(tmpdir(), 'mondwerk-cuts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An index in which each cut-out's offset is its frame. */
function indexOf(frames: Readonly<Record<string, readonly number[]>>): SourceIndex {
  const path = join(folder, `index-${Object.keys(frames).join('-')}-${Math.random()}`);
  const writer = new SourceIndexWriter(path);
  const names = Object.entries(frames).flatMap(([track, list]) =>
    list.map((frame) => {
      const box = { left: 0, top: 0, right: 2, bottom: 2 };
      writer.add({ offset: frame, box, mesh: new Float32Array(2 * MESH_POINTS) });
      return sourceName(track, frame);
    }),
  );
  writer.close();
  return new SourceIndex(path, names);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const head = { tracks: ['a#1', 'b'].map((id) => ({ id, shot: 0 })) } as unknown as PerformerHead;
const heads = new Map([
  ['a#1', head],
  ['b', head],
]);

describe('usualCuts', () => {
  it('spreads over the frames of a track, whatever its name and order', () => {
    const cuts = new UsualCuts(indexOf({ 'a#1': range(0, 240).reverse(), b: range(500, 600) }), heads);
    const frames = cuts.of('a#1').map(({ offset }) => offset);
    expect(frames).toHaveLength(24);
    expect(frames[0]).toBe(5);
    expect(frames.at(-1)).toBe(235);
    expect(frames.every((frame, i) => i === 0 || frame - frames[i - 1] === 10)).toBe(true);
    expect(cuts.of('a#1')).toBe(cuts.of('a#1'));
  });

  it('fills up few cut-outs with those of the same performer, and knows none of strangers', () => {
    const cuts = new UsualCuts(indexOf({ 'a#1': [1, 2], b: [10, 11, 12], c: range(50, 90) }), heads);
    expect(cuts.of('a#1').map(({ offset }) => offset)).toEqual([1, 2, 10, 11, 12]);
    expect(cuts.of('d')).toEqual([]);
  });
});

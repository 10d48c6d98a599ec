import { expect, it } from 'vitest';
import { choosePortions, chooseRuns, galleryOf, isJump, type RunCosts } from '@mondwerk/face';
import { finish } from '../../lipsync/plan/finish.ts';

const STEPS: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [0, 0.01],
]);

const sources = Array.from({ length: 400 }, (_, i) => ({ track: i < 200 ? 'a' : 'b', frame: i % 200 }));
const lookAt = (frame: number): number => Math.sin(0.11 * frame);
const gallery = galleryOf(sources, ({ track, frame }) =>
  Float32Array.of(lookAt(frame) + (track === 'b' ? 0.01 : 0)),
);
const costs: RunCosts<number> = {
  lookOf: (want) => Float32Array.of(lookAt(want)),
  added: () => 0,
  longRuns: () => 1,
  ...{ steps: STEPS, cut: 0.2, jump: 0.5, joined: 1 },
};

const wantedFrames = (count: number): number[] => Array.from({ length: count }, (_, i) => i % 190);

it('chooses as in one go where everything fits into a portion', () => {
  const wanted = wantedFrames(300);
  expect(finish(choosePortions(wanted, gallery, costs))).toEqual(finish(chooseRuns(wanted, gallery, costs)));
});

it('goes on with the run that it was in where one portion meets the next', () => {
  const wanted = wantedFrames(3300);
  const chosen = finish(choosePortions(wanted, gallery, costs));
  expect(chosen).toHaveLength(wanted.length);
  const jumpAt = (at: number): boolean => isJump(sources[chosen[at - 1]], sources[chosen[at]], STEPS);
  for (const border of [1500, 3000]) expect(jumpAt(border)).toBe(false);
});

it('takes nothing for nothing', () => {
  expect(finish(choosePortions([], gallery, costs))).toEqual([]);
});

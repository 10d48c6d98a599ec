import { finish } from './finish.ts';
import { describe, expect, it } from 'vitest';
import { follows, isJump } from '@mondwerk/face';
import type { AtlasEntry } from '../../../libs/lipsync/src/atlas/buildAtlas.ts';
import { chooseSources, STEPS, type WantedMouth } from '../../../libs/lipsync/src/plan/chooseSources.ts';

const choose = (...asked: Parameters<typeof chooseSources>): number[] => finish(chooseSources(...asked));

const entry = (
  track: string,
  frame: number,
  feature: number,
  rest: Partial<AtlasEntry> = {},
): AtlasEntry => ({
  frame,
  track,
  shot: 0,
  coordinates: Float32Array.of(feature),
  features: Float32Array.of(feature),
  angles: [0, 0, 0],
  light: new Float32Array(5),
  sharpness: 100,
  aperture: 0,
  eyeDistance: 60,
  ...rest,
});

const want = (feature: number, rest: Partial<WantedMouth> = {}): WantedMouth => ({
  shot: 0,
  features: Float32Array.of(feature),
  angles: [0, 0, 0],
  light: new Float32Array(5),
  eyeDistance: 60,
  aperture: 0,
  sharpness: 100,
  ownShot: 1,
  longRuns: 1,
  ...rest,
});

const run = (track: string, features: readonly number[], rest: Partial<AtlasEntry> = {}): AtlasEntry[] =>
  features.map((feature, i) => entry(track, i, feature, rest));

describe('chooseSources', () => {
  const opening = [0, 0.01, 0.03, 0.06, 0.09, 0.1];
  const wanted = opening.map((feature) => want(feature));

  it('prefers a run of frames to scattered ones that fit a little better', () => {
    const fits = run(
      'run',
      opening.map((v) => v + 0.002),
    );
    const scattered = opening.map((v, i) => entry('scattered', 10 * i, v));
    const sources = [...scattered, ...fits];
    expect(choose(wanted, sources)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('leaves a run that stops fitting for one that goes on', () => {
    const first = run('a', [0, 0.01, 0.03, 0.02, 0.01, 0]);
    const second = run('b', [0.2, 0.1, 0.04, 0.06, 0.09, 0.1]);
    const chosen = choose(wanted, [...first, ...second]);
    expect(chosen.slice(0, 2)).toEqual([0, 1]);
    expect(chosen.slice(3)).toEqual([9, 10, 11]);
  });

  it('goes on with a run that is not among the best candidates', () => {
    const near = Array.from({ length: 60 }, (_, i) => entry('many', 3 * i, 0.03));
    const fits = run(
      'run',
      opening.map((v, i) => (i === 2 ? v + 0.004 : v)),
    );
    expect(choose(wanted, [...near, ...fits])).toEqual([60, 61, 62, 63, 64, 65]);
  });

  it.each<[string, Partial<AtlasEntry>]>([
    ['turned the same way', { angles: [0.4, 0, 0] }],
    ['in the same light', { light: new Float32Array(5).fill(0.3) }],
    ['sharp', { sharpness: 20 }],
    ['as large', { eyeDistance: 25 }],
    ['in the same shot', { shot: 3 }],
    ['open as far', { aperture: 0.05 }],
  ])('prefers, among equal mouths, those that are %s', (_, worse) => {
    const sources = [...run('worse', opening, worse), ...run('better', opening)];
    expect(choose(wanted, sources)).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('would rather take a run than freeze on one frame', () => {
    const still = [0, 1, 2, 3].map(() => want(0));
    expect(choose(still, [entry('one', 0, 0), ...run('run', [0.001, 0.001, 0.001, 0.001])])).toEqual([
      1, 2, 3, 4,
    ]);
    expect(choose(still, [entry('one', 0, 0)])).toEqual([0, 0, 0, 0]);
  });

  it('follows a slower mouth by staying in its run, back and forth, rather than by jumping', () => {
    const slow = [0, 0.01, 0.01, 0.03, 0.03, 0.06].map((feature) => want(feature));
    const scattered = slow.map(({ features }, i) => entry('scattered', 10 * i, features[0]));
    const chosen = choose(slow, [...run('run', opening), ...scattered]);
    expect(chosen.every((source) => source < opening.length)).toBe(true);
    expect(
      chosen.some(
        (source, i) =>
          i > 0 && isJump(run('run', opening)[chosen[i - 1]], run('run', opening)[source], STEPS),
      ),
    ).toBe(false);
  });

  it('lets a blurred frame take a blurred source, which a sharp frame does not want', () => {
    const blurred = run('blurred', opening, { sharpness: 25 });
    const sharp = run(
      'sharp',
      opening.map((v) => v + 0.004),
    );
    const chosenFor = (sharpness: number): number[] =>
      choose(
        opening.map((feature) => want(feature, { sharpness })),
        [...blurred, ...sharp],
      );
    expect(chosenFor(100)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(chosenFor(25)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('takes worse mouths of the own shot where other shots are dear, and jumps more where jumps are cheap', () => {
    const own = run(
      'own',
      opening.map((v) => v + 0.012),
    );
    const other = run('other', opening, { shot: 3 });
    const chosenWith = (ownShot: number): number[] =>
      choose(
        opening.map((feature) => want(feature, { ownShot })),
        [...own, ...other],
      );
    expect(chosenWith(1)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(Math.max(...chosenWith(20))).toBeLessThan(6);

    const rough = run(
      'rough',
      opening.map((v, i) => v + (i % 2 === 0 ? 0 : 0.015)),
    );
    const fitting = opening.map((v, i) => entry('fitting', 10 * i, v));
    const jumpsWith = (longRuns: number): number => {
      const sources = [...rough, ...fitting];
      const chosen = choose(
        opening.map((feature) => want(feature, { longRuns })),
        sources,
      );
      return chosen.filter((source, i) => i > 0 && isJump(sources[chosen[i - 1]], sources[source], STEPS))
        .length;
    };
    expect(jumpsWith(0)).toBeGreaterThan(2);
    expect(jumpsWith(10)).toBe(0);
  });

  it('knows which frame follows which', () => {
    expect(follows(entry('a', 4, 0), entry('a', 5, 0))).toBe(true);
    expect(follows(entry('a', 4, 0), entry('a', 6, 0))).toBe(false);
    expect(follows(entry('a', 4, 0), entry('b', 5, 0))).toBe(false);
  });
});

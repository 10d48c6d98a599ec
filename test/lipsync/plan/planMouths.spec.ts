import { describe, expect, it } from 'vitest';
import {
  buildAtlas,
  plannerOf,
  USUAL_PLAN,
  type Atlas,
  type PlannedMouth,
  type WantedTrack,
} from '@mondwerk/lipsync';
import { rowOf } from '@mondwerk/face';
import { mouthRow, MOVING } from '../../../libs/lipsync/src/atlas/mouthSpace.ts';
import { drawnHead, drawnTrack, readerOf, speaking } from '../drawnHead.ts';
import { finish } from './finish.ts';

const planMouths = (atlas: Atlas, tracks: readonly WantedTrack[], rate: number): PlannedMouth[] =>
  tracks.flatMap((track) => finish(plannerOf(atlas, rate)(track)));

const CUTS = { first: false, last: false };
const SIZE = 123;

/** A performer who speaks in one track; in the other something passes in front and the face is lost for a moment. */
const tracks = [
  drawnTrack('clear', speaking(90)),
  drawnTrack(
    'troubled',
    speaking(40, 300).filter(({ frame }) => frame !== 331 && frame !== 332),
    1,
  ),
];
const seen = await buildAtlas('performer-1', readerOf(tracks));
const atlas: Atlas = {
  ...seen,
  entries: seen.entries.map((e) =>
    e.frame >= 312 && e.frame < 315 ? { ...e, distrusted: 'hidden' as const } : e,
  ),
};

/** What a track shall do: openings, frame by frame. */
function wanting(track: string, start: number, apertures: readonly number[], easeEnds = CUTS): WantedTrack {
  const shut = mouthRow(drawnHead({ aperture: 0 }));
  const displacement = new Float32Array(SIZE * apertures.length);
  apertures.forEach((aperture, i) =>
    displacement.set(
      mouthRow(drawnHead({ aperture })).map((v, k) => v - shut[k]),
      SIZE * i,
    ),
  );
  return { track, span: { start, end: start + apertures.length }, displacement, easeEnds };
}

/** The opening in the middle of a planned mouth. */
function openingOf({ coordinates }: PlannedMouth): number {
  const row = rowOf(atlas.space.components, coordinates);
  const heightOf = (p: number): number => row[3 * MOVING.indexOf(p) + 1];
  return heightOf(14) - heightOf(13);
}

const openAndShut = Array.from({ length: 40 }, (_, i) => (i % 10 < 5 ? 0 : 0.12));

describe('planMouths', () => {
  const plan = planMouths(atlas, [wanting('troubled', 300, openAndShut)], 24);
  const at = (frame: number): PlannedMouth => plan[frame - 300];

  it('plans every frame of the span in order', () => {
    expect(plan.map((p) => p.frame)).toEqual(Array.from({ length: 40 }, (_, i) => 300 + i));
    expect(plan.every((p) => p.track === 'troubled')).toBe(true);
  });

  it('passes hidden frames with their reason and eases round them', () => {
    for (const frame of [312, 313, 314]) {
      expect(at(frame)).toMatchObject({ strength: 0, reason: 'hidden', sources: [] });
    }
    for (const [frame, nearer] of [
      [308, 309],
      [309, 310],
      [310, 311],
      [318, 317],
      [317, 316],
      [316, 315],
    ]) {
      expect(at(frame).reason).toBeUndefined();
      expect(at(nearer).strength).toBeGreaterThan(0);
      expect(at(frame).strength).toBeGreaterThan(at(nearer).strength);
    }
    expect(at(300).strength).toBe(1);
    expect(at(321).strength).toBe(1);
  });

  it('passes frames in which the face was not seen', () => {
    for (const frame of [331, 332]) expect(at(frame)).toMatchObject({ strength: 0, reason: 'not seen' });
    expect(at(330).strength).toBeGreaterThan(0);
    expect(at(330).strength).toBeLessThan(0.2);
  });

  it('opens and shuts as wanted', () => {
    for (const frame of [302, 322, 323]) expect(openingOf(at(frame))).toBeLessThan(0.03);
    for (const frame of [307, 327]) expect(openingOf(at(frame))).toBeGreaterThan(0.08);
    expect(Math.max(...at(302).openings)).toBeLessThan(0.02);
    expect(Math.max(...at(307).openings)).toBeGreaterThan(0.1);
  });

  it('takes its sources from trusted frames of the performer, weights summing to one', () => {
    const trusted = new Set(atlas.entries.filter((e) => !e.distrusted).map((e) => `${e.track}:${e.frame}`));
    for (const { strength, sources } of plan) {
      if (strength === 0) continue;
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.length).toBeLessThanOrEqual(2);
      expect(sources.reduce((sum, s) => sum + s.weight, 0)).toBeCloseTo(1, 6);
      for (const s of sources) expect(trusted.has(`${s.track}:${s.frame}`)).toBe(true);
    }
  });

  it('chooses open mouths for open ones', () => {
    const apertures = new Map(atlas.entries.map((e) => [`${e.track}:${e.frame}`, e.aperture]));
    const main = ({ sources }: PlannedMouth): number =>
      apertures.get(`${sources[0].track}:${sources[0].frame}`)!;
    expect(main(at(307))).toBeGreaterThan(0.06);
    expect(main(at(302))).toBeLessThan(0.05);
  });

  it('eases the ends of a span that is no cut', () => {
    const eased = planMouths(
      atlas,
      [wanting('clear', 10, openAndShut.slice(0, 20), { first: true, last: true })],
      24,
    );
    expect(eased[0].strength).toBeLessThan(0.2);
    expect(eased[19].strength).toBeLessThan(0.2);
    expect(eased[10].strength).toBe(1);
  });

  it('passes all frames of a track it does not know, and of a performer with no frame to trust', () => {
    const unknown = planMouths(atlas, [wanting('nobody', 0, [0.1, 0.1, 0.1])], 24);
    expect(unknown.map((p) => [p.strength, p.reason])).toEqual(new Array(3).fill([0, 'not seen']));
    const hidden: Atlas = {
      ...atlas,
      entries: atlas.entries.map((e) => ({ ...e, distrusted: 'hidden' as const })),
    };
    expect(planMouths(hidden, [wanting('clear', 0, [0.1])], 24)[0]).toMatchObject({
      strength: 0,
      reason: 'hidden',
    });
  });

  it('plans the same each time, and tracks one after another', () => {
    const both = [wanting('troubled', 300, openAndShut), wanting('clear', 0, [0, 0.05, 0.1])];
    const [first, second] = [planMouths(atlas, both, 24), planMouths(atlas, both, 24)];
    expect(first).toEqual(second);
    expect(first.slice(0, 40)).toEqual(plan);
    expect(first.slice(40).map((p) => p.track)).toEqual(['clear', 'clear', 'clear']);
  });

  it('calms the mouth from frame to frame as much as people want', () => {
    const trembling = Array.from({ length: 30 }, (_, i) => 0.06 + (i % 2 === 0 ? 0.012 : -0.012));
    const tremble = (smoothing: number): number => {
      const settings = [{ frames: { start: 0, end: 1000 }, plan: { ...USUAL_PLAN, smoothing } }];
      const mouths = planMouths(atlas, [{ ...wanting('clear', 10, trembling), settings }], 24).map(openingOf);
      return mouths.slice(2).reduce((sum, v, i) => sum + Math.abs(v - 2 * mouths[i + 1] + mouths[i]), 0);
    };
    expect(tremble(0)).toBeGreaterThan(1.15 * tremble(1));
    expect(tremble(3)).toBeLessThan(0.5 * tremble(1));
  });

  it('heeds settings only in the frames that they are for', () => {
    const plain = planMouths(atlas, [wanting('clear', 10, openAndShut)], 24);
    const settings = [{ frames: { start: 10, end: 20 }, plan: { ...USUAL_PLAN, smoothing: 3 } }];
    const calmed = planMouths(atlas, [{ ...wanting('clear', 10, openAndShut), settings }], 24);
    expect(openingOf(calmed[5])).not.toBeCloseTo(openingOf(plain[5]), 3);
    expect(openingOf(calmed[30])).toBeCloseTo(openingOf(plain[30]), 6);
  });
});

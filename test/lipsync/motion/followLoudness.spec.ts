import { SILENCE, type Phone } from '@mondwerk/film';
import {
  apertureOf,
  cueMouths,
  emphasise,
  enforceCues,
  followLoudness,
  loadPrior,
  loudestIn,
  measureLoudness,
  predictMotion,
  shapeAt,
  type LoudSound,
} from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { drawnMouth } from './drawnMouth.ts';
import { middles, phonesFrom } from './phonesFrom.ts';

const RATE = 16_000;

/** A tone of one amplitude after another, a second each. */
const toneOf = (...amplitudes: number[]): Float32Array =>
  Float32Array.from({ length: amplitudes.length * RATE }, (_, at) => {
    return amplitudes[Math.floor(at / RATE)] * Math.SQRT2 * Math.sin(at * 0.3);
  });

describe('loudness', () => {
  it('is measured in dB of full scale, every 10 ms, however the sound is portioned', async () => {
    const samples = toneOf(1, 0.1, 0);
    const levels = await measureLoudness([samples], RATE);
    expect(levels).toHaveLength(300);
    expect(levels[50]).toBeCloseTo(0, 0);
    expect(levels[150]).toBeCloseTo(-20, 0);
    expect(levels[250]).toBe(-100);
    const portions = [samples.subarray(0, 777), samples.subarray(777, 20_001), samples.subarray(20_001)];
    expect(await measureLoudness(portions, RATE)).toEqual(levels);
  });

  it('says nothing of what is faint, and of times that the sound has not', async () => {
    const levels = await measureLoudness([toneOf(0.1, 0.0005)], RATE);
    expect(loudestIn(levels, { start: 0.2, end: 0.4 })).toBeCloseTo(-20, 0);
    expect(loudestIn(levels, { start: 1.2, end: 1.4 })).toBeUndefined();
    expect(loudestIn(levels, { start: 7, end: 8 })).toBeUndefined();
    expect(loudestIn(new Float32Array(), { start: 0, end: 1 })).toBeUndefined();
  });
});

/** `mamama` lines, a second each, with a level for each of their vowels. */
function linesOf(...levels: (number | undefined)[][]): LoudSound[] {
  return levels.flatMap((own, line) => {
    const sounds = own.flatMap(() => [['m', 0.08] as const, ['a', 0.15] as const]);
    return phonesFrom(sounds).map(({ span, ...phone }, at): LoudSound => ({
      phone: { ...phone, line, span: { start: span.start + 2 * line, end: span.end + 2 * line } },
      level: phone.ipa === 'a' ? own[(at - 1) / 2] : -40,
    }));
  });
}

const gainsOf = (...levels: (number | undefined)[][]): number[][] =>
  Object.values(Object.groupBy(followLoudness(linesOf(...levels)), ({ line }) => line)).map((own) =>
    own!.map(({ gain }) => Number(gain.toFixed(3))),
  );

describe('a mouth that follows its voice', () => {
  it('moves as predicted where the voice is even, unknown or too short to tell', () => {
    expect(gainsOf([-20, -20, -20, -20])).toEqual([[1, 1, 1, 1]]);
    expect(gainsOf([undefined, undefined, undefined])).toEqual([]);
    expect(gainsOf([-20, -30], [-20, -20, -20])[0]).toEqual([1, 1]);
    expect(followLoudness([])).toEqual([]);
  });

  it('moves a little further where a vowel stands out, and less far where it fades', () => {
    const [gains] = gainsOf([-30, -18, -20, -22, -10]);
    expect(gains[4]).toBeGreaterThan(1.03);
    expect(gains[4]).toBeLessThan(1.06);
    expect(gains[0]).toBeCloseTo(1 / gains[4], 2);
    expect(gains[2]).toBe(1);
  });

  it('takes for the nature of a vowel by what it is louder in every line', () => {
    const lines = (times: number): LoudSound[] =>
      Array.from({ length: times }, (_, line) =>
        linesOf([-20, -20, -20])
          .map(({ phone, level }) => ({ phone: { ...phone, line }, level }))
          .map((sound, at) => (at === 1 ? { phone: { ...sound.phone, ipa: 'i' }, level: -26 } : sound)),
      ).flat();
    const gainOfI = (times: number): number => followLoudness(lines(times))[0].gain;
    expect(gainOfI(1)).toBeLessThan(0.985);
    expect(gainOfI(60)).toBeGreaterThan(0.997);
  });

  it('opens further when a line is shouted and less far when it is whispered, within bounds', () => {
    const usual = [-20, -20, -20];
    const [, , , shouted] = gainsOf(usual, usual, usual, [-4, -4, -4]);
    expect(shouted).toEqual([1.221, 1.221, 1.221]);
    expect(gainsOf(usual, usual, [-36, -36, -36])[2]).toEqual([0.819, 0.819, 0.819]);
    expect(gainsOf([-59, -59, -59], [-59, -59, -59], [0, 0, 0])[2]).toEqual([1.35, 1.35, 1.35]);
    expect(gainsOf([0, 0, 0], [0, 0, 0], [-59, -59, -59])[2]).toEqual([0.7, 0.7, 0.7]);
  });

  it('takes small differences between lines for how they were recorded', () => {
    expect(gainsOf([-20, -20, -20], [-26, -26, -26], [-14, -14, -14])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('keeps its closures, and goes on without a jump', () => {
    const phones: Phone[] = phonesFrom([
      [SILENCE, 1],
      ['m', 0.1],
      ['a', 0.2],
      ['p', 0.1],
      ['a', 0.3],
      [SILENCE, 1],
    ]);
    const times = middles(65, 25);
    const rest = drawnMouth();
    const predicted = predictMotion(loadPrior(), phones, times);
    const gains = followLoudness([
      ...linesOf([-30, -30, -30], [-30, -30, -30]),
      ...phones.map((phone) => ({ phone: { ...phone, line: 9 }, level: 0 })),
    ]).filter(({ line }) => line === 9);
    expect(gains.length).toBe(2);
    const apertures = [predicted, emphasise(predicted, gains, times)].map((motion) => {
      const enforced = enforceCues(motion, cueMouths(phones), times, 0.04, rest);
      return Array.from(times, (_, at) => apertureOf(shapeAt(enforced, at, rest)));
    });
    expect(Math.max(...apertures[1])).toBeGreaterThan(Math.max(...apertures[0]) * 1.1);
    for (const closed of [26, 33]) expect(apertures[1][closed]).toBeLessThan(0.01);
    const steps = apertures[1].slice(1).map((value, at) => Math.abs(value - apertures[1][at]));
    expect(Math.max(...steps)).toBeLessThan(0.14);
  });
});

import { draftLines, findSpeech, isDraft, SOUND_RATE } from '@mondwerk/speech';
import { describe, expect, it } from 'vitest';
import { cutPieces, readPieces } from '../../../libs/speech/src/transcribe/cutPieces.ts';
import { music, under, whiteNoise } from '../../../tools/soundscapes.ts';
import { twoSentences } from './voices.ts';

const { samples, spoken } = twoSentences();
const seconds = samples.length / SOUND_RATE;

describe('where somebody speaks', () => {
  it.each([
    ['in a quiet room', samples],
    ['over noise', under(samples, whiteNoise(samples.length, 7), 20)],
    ['over music', under(samples, music(seconds, SOUND_RATE, 8), 15)],
  ])('is found %s', async (_, sound) => {
    const { stretches } = await findSpeech([sound]);
    expect(stretches.length).toBeGreaterThanOrEqual(2);
    for (const { start, end } of spoken) {
      const covered = stretches.reduce(
        (sum, stretch) => sum + Math.max(0, Math.min(end, stretch.end) - Math.max(start, stretch.start)),
        0,
      );
      expect(covered / (end - start)).toBeGreaterThan(0.95);
    }
    const pause = { start: spoken[0].end + 0.5, end: spoken[1].start - 0.5 };
    expect(stretches.filter(({ start, end }) => start < pause.end && end > pause.start)).toEqual([]);
  });

  it.each([
    ['silence', new Float32Array(10 * SOUND_RATE)],
    ['noise', whiteNoise(10 * SOUND_RATE, 3).map((value) => 0.1 * value)],
    ['nothing', new Float32Array(0)],
  ])('is nowhere in %s', async (_, sound) => {
    expect((await findSpeech([sound])).stretches).toEqual([]);
  });

  it('is the same however the sound comes in portions', async () => {
    const portions = Array.from({ length: Math.ceil(samples.length / 1234) }, (_, at) =>
      samples.subarray(at * 1234, (at + 1) * 1234),
    );
    expect((await findSpeech(portions)).stretches).toEqual((await findSpeech([samples])).stretches);
  });
});

describe('an acoustic draft', () => {
  it('has a line without words for each stretch of speech', async () => {
    const lines = draftLines(await findSpeech([samples]));
    expect(lines.map(({ index, text }) => [index, text])).toEqual([
      [0, '…'],
      [1, '…'],
    ]);
    expect(isDraft(lines)).toBe(true);
    expect(isDraft([...lines, { text: 'Yes.' }])).toBe(false);
  });

  it('cuts what goes on for long where a voice is least likely', () => {
    const likelihoodAt = (at: number): number => (Math.abs(at - 9) < 0.2 ? 0.1 : 0.9);
    const lines = draftLines({ stretches: [{ start: 2, end: 16.5 }], seconds: 20, likelihoodAt });
    expect(lines.map(({ span }) => span)).toHaveLength(2);
    expect(lines[0].span!.end).toBeCloseTo(9, 0);
    expect(lines[1].span).toEqual({ start: lines[0].span!.end, end: 16.5 });
  });
});

describe('pieces to be understood at once', () => {
  const stretches = [
    { start: 1, end: 5 },
    { start: 6, end: 20 },
    { start: 21, end: 30 },
    { start: 50, end: 120 },
  ];
  const pieces = cutPieces({ stretches, seconds: 121, likelihoodAt: () => 0.5 });

  it('hold all speech and are at most half a minute long', () => {
    expect(pieces.every(({ start, end }) => end - start <= 27.5)).toBe(true);
    for (const { start, end } of stretches) {
      expect(pieces.some((piece) => piece.start <= start && piece.end >= start + 0.1)).toBe(true);
      expect(pieces.some((piece) => piece.end >= end && piece.start <= end - 0.1)).toBe(true);
    }
  });

  it('are read one after the other from a sound that flows', async () => {
    const ramp = Float32Array.from({ length: 121 * SOUND_RATE }, (_, at) => at);
    const portions = Array.from({ length: 400 }, (_, at) => ramp.subarray(at * 5000, (at + 1) * 5000));
    const read: (readonly [number, number])[] = [];
    for await (const { samples: piece } of readPieces(portions, pieces)) read.push([piece[0], piece.length]);
    const wanted = pieces.map(({ start, end }) => {
      const [from, to] = [Math.round(start * SOUND_RATE), Math.round(end * SOUND_RATE)];
      return [from, to - from];
    });
    expect(read).toEqual(wanted);
  });
});

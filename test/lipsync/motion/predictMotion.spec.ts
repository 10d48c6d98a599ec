import { SILENCE } from '@mondwerk/film';
import {
  apertureOf,
  formatPrior,
  jawOf,
  lipHeightOf,
  loadPrior,
  parsePrior,
  predictMotion,
  scaleTo,
  shapeAt,
} from '@mondwerk/lipsync';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameTimes, phonesOf, readSentences } from '../../../tools/gridCorpus.ts';
import { correlation } from '../../../tools/judgeMotion.ts';
import { restShapes } from '../../../tools/restOfSentence.ts';
import { drawnMouth } from './drawnMouth.ts';
import { middles, phonesFrom } from './phonesFrom.ts';

const corpus = '../shared/fixtures/grid/motion.jsonl.gz';
const prior = loadPrior();
const rest = drawnMouth();
const phones = phonesFrom([
  [SILENCE, 0.5],
  ['b', 0.08],
  ['aː', 0.25],
  ['b', 0.08],
  ['uː', 0.25],
  [SILENCE, 0.5],
]);

const shapeDuring = (seconds: number): Float32Array =>
  shapeAt(predictMotion(prior, phones, Float64Array.of(seconds)), 0, rest);

describe('predictMotion', () => {
  it('opens on a, nearly closes on b and rests in silence', () => {
    expect(apertureOf(shapeDuring(0.7))).toBeGreaterThan(0.06);
    expect(apertureOf(shapeDuring(0.9))).toBeLessThan(0.4 * apertureOf(shapeDuring(0.7)));
    expect(apertureOf(shapeDuring(1.64))).toBeLessThan(0.02);
  });

  it('gives the same shape for an instant at every frame rate', () => {
    const slow = predictMotion(prior, phones, middles(15, 10));
    const fast = predictMotion(prior, phones, middles(45, 30));
    for (let frame = 0; frame < 15; frame++) {
      const difference = shapeAt(slow, frame, rest).map((value, index) =>
        Math.abs(value - shapeAt(fast, frame * 3 + 1, rest)[index]),
      );
      expect(Math.max(...difference)).toBeLessThan(0.01);
    }
  });

  it('takes a mouth of twice the opening twice as far', () => {
    const { restWidth, opening } = prior.measures;
    const larger = scaleTo(prior, { restWidth, opening: opening * 1.5 });
    const [plain, scaled] = [prior, larger].map((one) => predictMotion(one, phones, Float64Array.of(0.7)));
    expect(scaled.displacement[1]).toBeCloseTo(plain.displacement[1] * 1.5, 5);
    expect(scaled.displacement[0]).toBeCloseTo(plain.displacement[0], 5);
  });

  it('gives no frames for no times', () => {
    expect(predictMotion(prior, phones, new Float64Array()).frames).toBe(0);
  });
});

describe('the prior file', () => {
  it('comes back as it was written', () => {
    const origin = { corpus: 'c', licence: 'l', command: 'x' };
    expect(parsePrior(formatPrior(prior, origin))).toEqual(prior);
  });

  it('is refused when another version made it', () => {
    const bytes = Buffer.from('{"format":"mondwerk-motion-prior-0","lengths":[]}\n');
    expect(() => parsePrior(bytes)).toThrow('npm run train:motion');
  });
});

describe.skipIf(!existsSync(corpus))('on sentences it never saw (needs ../shared/fixtures/grid)', () => {
  it('follows the measured mouth', () => {
    const all = readSentences(corpus);
    const first = all.length - 30;
    const rests = restShapes(all).slice(first);
    const measured = all.slice(first).flatMap(({ shapes }) => shapes);
    const predicted = all.slice(first).flatMap((sentence, index) => {
      const motion = predictMotion(prior, phonesOf(sentence), frameTimes(sentence));
      return sentence.shapes.map((_, frame) => shapeAt(motion, frame, rests[index]));
    });
    const follows = (measure: (shape: Float32Array) => number): number =>
      correlation(predicted.map(measure), measured.map(measure));
    expect(follows(apertureOf)).toBeGreaterThan(0.85);
    expect(follows(lipHeightOf)).toBeGreaterThan(0.88);
    expect(follows(jawOf)).toBeGreaterThan(0.86);
  });
});

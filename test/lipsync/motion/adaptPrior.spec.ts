import { SILENCE } from '@mondwerk/film';
import { adaptPrior, loadPrior, predictMotion, type MotionExample } from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { middles, phonesFrom } from './phonesFrom.ts';

const prior = loadPrior();
const syllables = 'ma bi fu te lo ʃa wi ke pa su'.split(' ');

/** A performer who moves the mouth 1.5 times as far as the prior says: `seconds` of speech. */
function livelySpeaker(seconds: number, seed: number): MotionExample {
  const sounds = Array.from({ length: Math.ceil(seconds / 0.3) }, (_, index) => {
    const [consonant, vowel] = syllables[(index * 7 + seed + Math.floor(index / 10)) % syllables.length];
    return [
      [consonant, 0.1],
      [vowel, 0.2],
    ] as const;
  }).flat();
  const phones = phonesFrom([[SILENCE, 0.5], ...sounds, [SILENCE, 0.5]]);
  const times = middles(Math.floor((seconds + 1) * 25), 25);
  const { frames, displacement } = predictMotion(prior, phones, times);
  return { phones, times, motion: { frames, displacement: displacement.map((value) => value * 1.5) } };
}

const unheard = livelySpeaker(8, 3);

function errorAfter(seconds: number): number {
  const adapted = seconds === 0 ? prior : adaptPrior(prior, [livelySpeaker(seconds, 0)]);
  const { displacement } = predictMotion(adapted, unheard.phones, unheard.times);
  return displacement.reduce(
    (sum, value, index) => sum + (value - unheard.motion.displacement[index]) ** 2,
    0,
  );
}

describe('adaptPrior', () => {
  it('comes nearer to a performer the more of the performer it hears', () => {
    const [none, second, halfMinute] = [0, 1, 30].map(errorAfter);
    expect(second).toBeLessThan(none);
    expect(second).toBeGreaterThan(0.1 * none);
    expect(halfMinute).toBeLessThan(0.5 * second);
  });

  it('stays as it is without examples', () => {
    expect(adaptPrior(prior, [])).toBe(prior);
  });
});

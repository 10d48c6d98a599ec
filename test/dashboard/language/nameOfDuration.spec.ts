import { describe, expect, it } from 'vitest';
import { nameOfDuration } from '../../../apps/dashboard/lib/language/nameOfDuration.ts';

describe('a time in words', () => {
  it.each([
    [0.4, '0 sec'],
    [45.4, '45 sec'],
    [60, '1 min'],
    [200, '3 min 20 sec'],
    [3599.7, '1 hr'],
    [7500, '2 hr 5 min'],
  ])('is said in two units at most: %d s is “%s”', (seconds, said) => {
    expect(nameOfDuration(seconds, 'en')).toBe(said);
  });

  it('is said in the language of whoever reads it', () => {
    expect(nameOfDuration(7500, 'de')).toBe('2 Std. 5 Min.');
  });
});

import { describe, expect, it } from 'vitest';
import { sizeWord, turnWord } from '../../../apps/dashboard/components/cast/faceWords.ts';
import { screenTime } from '../../../apps/dashboard/components/cast/screenTime.ts';

describe('the words for a face', () => {
  it.each([
    [0.8, 'veryLarge'],
    [0.5, 'veryLarge'],
    [0.3, 'large'],
    [0.12, 'medium'],
    [0.1, 'small'],
    [0.01, 'tiny'],
  ])('call a face of %f of the picture’s height %s', (height, word) => {
    expect(sizeWord(height)).toBe(word);
  });

  it.each([
    [1, 'frontal'],
    [0.7, 'slightlyTurned'],
    [0.5, 'halfTurned'],
    [0.1, 'profile'],
    [-0.2, 'profile'],
  ])('call a frontality of %f %s', (frontal, word) => {
    expect(turnWord(frontal)).toBe(word);
  });
});

describe('a time on screen', () => {
  it.each([
    [0.04, 'en', '0 sec'],
    [4.64, 'en', '4.6 sec'],
    [9.97, 'en', '10 sec'],
    [59.6, 'en', '1 min 0 sec'],
    [192, 'en', '3 min 12 sec'],
    [3840, 'en', '1 hr 4 min'],
    [4.6, 'de', '4,6 Sek.'],
  ])('of %f seconds is in %s %s', (seconds, locale, said) => {
    expect(screenTime(seconds, locale).replaceAll('\u00a0', ' ')).toBe(said);
  });
});

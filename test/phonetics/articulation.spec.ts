import { SILENCE } from '@mondwerk/film';
import { articulationOf, FEATURES, featureOf, gestureOf, lipClassOf } from '@mondwerk/phonetics';
import { describe, expect, it } from 'vitest';

describe('articulationOf', () => {
  it('gives one value from 0 to 1 for every feature', () => {
    for (const ipa of ['p', 'tʃ', 'aɪə', 'ɔ̃ː', 'tˤ', '☃', '', SILENCE]) {
      const vector = articulationOf(ipa);
      expect(vector).toHaveLength(FEATURES.length);
      expect([...vector].every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it('opens a, rounds u, spreads i and closes p', () => {
    expect(featureOf(articulationOf('a'), 'openness')).toBeGreaterThan(0.9);
    expect(featureOf(articulationOf('u'), 'rounding')).toBe(1);
    expect(featureOf(articulationOf('i'), 'spread')).toBeGreaterThan(0.9);
    expect(featureOf(articulationOf('p'), 'closure')).toBe(1);
    expect(featureOf(articulationOf(SILENCE), 'silence')).toBe(1);
  });

  it('keeps nasality, length and lip rounding that marks add', () => {
    expect(featureOf(articulationOf('ɔ̃'), 'nasal')).toBeGreaterThan(0.5);
    expect(featureOf(articulationOf('iː'), 'long')).toBe(1);
    expect(lipClassOf('kʷ')).toBe('rounded');
  });

  it('takes an unknown mark or letter for the nearest neutral sound', () => {
    expect(articulationOf('a\u0361')).toEqual(articulationOf('a'));
    expect(articulationOf('ạ\u0323')).toEqual(articulationOf('a'));
    expect(featureOf(articulationOf('☃'), 'vowel')).toBe(0);
  });
});

describe('gestureOf', () => {
  it('moves a diphthong from its first vowel to its last', () => {
    const { start, end } = gestureOf('aʊ');
    expect(featureOf(start, 'openness')).toBeGreaterThan(0.9);
    expect(featureOf(end, 'rounding')).toBeGreaterThan(0.7);
  });

  it('begins an affricate as a stop and ends it as a fricative, rounded throughout', () => {
    const { start, end } = gestureOf('tʃ');
    expect([featureOf(start, 'stop'), featureOf(end, 'stop')]).toEqual([1, 0]);
    expect(featureOf(start, 'rounding')).toBe(featureOf(end, 'rounding'));
  });
});

describe('two closures at once', () => {
  it('are closed from start to end, and still a stop at the back of the tongue', () => {
    const { start, end } = gestureOf('k͡p');
    expect(start).toEqual(end);
    expect([featureOf(start, 'closure'), featureOf(start, 'velar')]).toEqual([1, 1]);
    expect(featureOf(gestureOf('kp').start, 'closure')).toBe(1);
  });
});

describe('lipClassOf', () => {
  it.each([
    ['p b m bʰ pː ɓ pʼ m̩ ᵐb k͡p ɡ͡b ŋ͡m p̚ ʙ ʘ', 'bilabial'],
    ['f v ɱ ʋ', 'labiodental'],
    ['w u uː o y ø ʊ ɔ ʃ tʃ dʒ ɥ ɹ', 'rounded'],
    ['a i t k s ə h ɯᵝ ɕ ɸ β β̞ b̞', 'other'],
    [SILENCE, 'silence'],
  ])('sorts %s as %s', (segments, lipClass) => {
    for (const ipa of segments.split(' ')) expect([ipa, lipClassOf(ipa)]).toEqual([ipa, lipClass]);
  });
});

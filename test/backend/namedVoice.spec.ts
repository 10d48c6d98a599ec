import { describe, expect, it } from 'vitest';
import { readNamedVoice } from '../../apps/backend/src/order/namedVoice.ts';

describe('a voice on the command line', () => {
  it.each([
    ['voice.wav', null, 'voice.wav'],
    ['ANNA=anna.wav', 'ANNA', 'anna.wav'],
    ['Anna B. = stems/anna=2.wav', 'Anna B.', ' stems/anna=2.wav'],
    ['./a=b.wav', null, './a=b.wav'],
    ['/stems/a=b.wav', null, '/stems/a=b.wav'],
  ])('%s is of %s, in %s', (text, character, path) => {
    expect(readNamedVoice(text)).toEqual({ character, path });
  });

  it.each([
    ['=anna.wav', /whose it is/],
    ['ANNA=', /which file it is/],
  ])('%s is refused with the way out', (text, sentence) => {
    expect(() => readNamedVoice(text)).toThrow(sentence);
  });
});

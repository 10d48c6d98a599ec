import { describe, expect, test } from 'vitest';
import { SILENCE } from '@mondwerk/film';
import { alignSpeech, checkLanguage, phonemise, soundOf } from '@mondwerk/speech';
import { speakAll } from '../../../tools/spokenLine.ts';

/** Lines in which no word is twice, and those of their words that are said otherwise when said alone. */
const lines = ['Give the apple to a friend', 'Wait for the bus and look at them', 'Go to the end of town'];
const weak = ['the', 'to', 'a', 'for', 'of'];

async function waysHeard(spoken: readonly string[]): Promise<string[]> {
  const sound = speakAll(spoken, { voice: 'en-us+f3', speed: 155, pitch: 55 });
  const script = lines.map((text, index) => ({ index, text }));
  const said = await phonemise(script, await checkLanguage('en'));
  const { phones } = await alignSpeech(soundOf(sound.samples, sound.sampleRate), script, said);
  return script.flatMap(({ index, text }) =>
    text.split(' ').flatMap((word) => {
      const own = phones.filter(
        (phone) => phone.line === index && phone.word === word && phone.ipa !== SILENCE,
      );
      return weak.includes(word) ? [`${word} ${own.map(({ ipa }) => ipa).join(' ')}`] : [];
    }),
  );
}

const waysSaid = async (spoken: readonly string[]): Promise<string[]> => {
  const script = spoken.map((text, index) => ({ index, text }));
  const said = await phonemise(script, await checkLanguage('en'));
  return said.flatMap(({ words }) =>
    words.flatMap(({ word, phones }) => (weak.includes(word) ? [`${word} ${phones.join(' ')}`] : [])),
  );
};

describe('of the ways in which a word may be said, the aligner takes the one that is heard', () => {
  test('in connected speech', async () => {
    expect(await waysHeard(lines)).toEqual(await waysSaid(lines));
  });
  test('where somebody says word by word', async () => {
    const careful = lines.map((line) => line.replaceAll(' ', ', '));
    expect(await waysHeard(careful)).toEqual(await waysSaid(careful));
    expect(await waysSaid(careful)).not.toEqual(await waysSaid(lines));
  });
});

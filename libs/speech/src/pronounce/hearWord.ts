import { Refusal } from '@mondwerk/film';
import { articulationOf } from '@mondwerk/phonetics';
import { checkLanguage } from '../language/checkLanguage.ts';
import type { Language } from '../language/languages.ts';
import { runEspeak } from './espeak.ts';
import { readSaid } from './lexicon/readSaid.ts';
import { segmentsOf } from './readTexts.ts';

/**
 * A WAV file in which eSpeak NG's voice says a word as `said` tells, or without it as it reads the word. What is given
 * in IPA is said with the nearest sounds that the voice has. @throws Refusal as `readSaid` and `checkLanguage`.
 */
export async function hearWord(word: string, tag: string, said?: string): Promise<Buffer> {
  const saying = said === undefined ? { text: word } : readSaid(said, word);
  if ('phones' in saying) {
    const language = await checkLanguage(tag);
    return speak(await mnemonics(saying.phones, language), language);
  }
  const language = await checkLanguage(saying.language ?? tag);
  if (language.reader === 'mandarin' || language.reader === 'japanese') {
    throw new Refusal(
      'cannot-be-heard',
      'No voice here can read Chinese or Japanese characters aloud: write how it is said in IPA to hear it.',
    );
  }
  return speak(saying.text, language);
}

const slowly = '130';

async function speak(text: string, { voice }: Language): Promise<Buffer> {
  const plain = text.replace(/[\p{Cc}\s]+/gu, ' ');
  return runEspeak(['-b', '1', '-v', voice, '-s', slowly, '--stdin', '--stdout'], plain);
}

/** Words that between them have most sounds of a language that is written in Latin letters, and all its numbers. */
const practice =
  'ba be bi bo bu da fe gi ho ju ka le mi no pu ra se ti vo wa xe yi zo sha che tha an en in on un ang ' +
  'ä ö ü é è ê à ñ ç ł ø å ae oe ai au ei eu ou oi ui ia io ua ue 1 2 3 4 5 6 7 8 9 10 11 12 20 30 100 1000';

const practised = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** Sounds as eSpeak NG spells them for itself, in double brackets. */
async function mnemonics(phones: readonly string[], language: Language): Promise<string> {
  const { voice } = language;
  if (!practised.has(voice)) practised.set(voice, practise(language));
  const known = await practised.get(voice)!;
  return `[[${phones.map((ipa) => known.get(ipa) ?? known.get(nearest(ipa, [...known.keys()])) ?? '').join('')}]]`;
}

/** Reads practice words twice, in IPA and in its own spelling; where both have as many sounds, they go sound by sound. */
async function practise({ voice, tag }: Language): Promise<ReadonlyMap<string, string>> {
  const read = async (how: string): Promise<string[][]> =>
    (await runEspeak(['-q', how, '--sep=_', '-b', '1', '-v', voice, '--stdin'], practice))
      .toString('utf8')
      .replace(/\([a-z-]+\)/gu, '')
      .trim()
      .split(/\s+/u)
      .map((word) => word.split('_').filter((sound) => /[^;|!',]/u.test(sound)));
  const [ipa, own] = await Promise.all([read('--ipa'), read('-x')]);
  const known = new Map<string, string>();
  ipa.forEach((word, at) => {
    if (word.length !== own[at]?.length) return;
    word.forEach((sound, index) => {
      const [phone, ...more] = segmentsOf([sound], tag);
      if (phone !== undefined && more.length === 0) known.set(phone, own[at][index].replace(/[',]/gu, ''));
    });
  });
  return known;
}

function nearest(ipa: string, known: readonly string[]): string {
  const wanted = articulationOf(ipa);
  const far = (other: string): number =>
    articulationOf(other).reduce((sum, value, at) => sum + Math.abs(value - wanted[at]), 0);
  return known.reduce((best, other) => (far(other) < far(best) ? other : best), known[0] ?? '');
}

import { describe, expect, it } from 'vitest';
import { dropRepeats } from '../../../libs/speech/src/transcribe/words/dropRepeats.ts';
import { joinTokens, type Token } from '../../../libs/speech/src/transcribe/words/joinTokens.ts';
import { linesOfWords } from '../../../libs/speech/src/transcribe/words/linesOfWords.ts';
import { mendTokens } from '../../../libs/speech/src/transcribe/words/mendTokens.ts';

/** Tokens that follow one another, half a second each. */
const tokens = (...texts: readonly string[]): Token[] =>
  texts.map((text, at) => ({ text, start: at / 2, end: (at + 1) / 2 }));

const textsOf = (words: readonly { readonly text: string }[]): string[] => words.map(({ text }) => text);

describe('tokens become words', () => {
  it('by the spaces in front of them, with their punctuation and their times', () => {
    expect(joinTokens(tokens(' We', "'re", ' off', ',', ' then', '.'), 'en')).toEqual([
      { text: "We're", start: 0, end: 1, spaced: true },
      { text: 'off,', start: 1, end: 2, spaced: true },
      { text: 'then.', start: 2, end: 3, spaced: true },
    ]);
  });

  it('without what is not said', () => {
    const said = ['<|0.00|>', ' [Music]', ' (door', ' slams)', ' ♪', ' Go', ' *sighs*', ' on', '.', ' - Yes'];
    expect(textsOf(joinTokens(tokens(...said), 'en'))).toEqual(['Go', 'on.', 'Yes']);
  });

  it('by the words of languages without spaces', () => {
    const words = joinTokens(tokens('今', '日は', '、いい', '天気', 'です', '。'), 'ja');
    expect(words.map(({ text }) => text).join('')).toBe('今日は、いい天気です。');
    expect(words[0].text).toBe('今日');
    expect(words.at(-1)!.end).toBe(3);
  });

  it('and times never run backwards', () => {
    const words = joinTokens(
      [
        { text: ' One', start: 1, end: 2 },
        { text: ' two', start: 1.5, end: 1.5 },
        { text: ' three', start: 0.5, end: 3 },
      ],
      'en',
    );
    expect(words.flatMap(({ start, end }) => [start, end])).toEqual([1, 2, 2, 2, 2, 3]);
  });

  it('whose characters were broken apart', () => {
    const broken = tokens(' a', '\uFFFD', '\uFFFD世', '\uFFFD\uFFFD', '。');
    expect(mendTokens(' a好世界。', broken)).toEqual([
      { text: ' a', start: 0, end: 0.5 },
      { text: '好世界', start: 0.5, end: 2 },
      { text: '。', start: 2, end: 2.5 },
    ]);
  });
});

describe('a recogniser that got stuck', () => {
  const words = (text: string): { text: string }[] => text.split(' ').map((word) => ({ text: word }));

  it('says once what it said over and over', () => {
    const stuck = `We go. ${'Thank you very much. '.repeat(9)}Now`;
    expect(textsOf(dropRepeats(words(stuck))).join(' ')).toBe('We go. Thank you very much. Now');
    expect(dropRepeats(words('no '.repeat(40).trim()))).toHaveLength(1);
  });

  it('may be told from people who insist', () => {
    const insists = 'No, no, no! I said: run, run! Go on. Go on. Go on.';
    expect(textsOf(dropRepeats(words(insists))).join(' ')).toBe(insists);
  });
});

describe('words become lines', () => {
  const spoken = (text: string, seconds = 0.3): Parameters<typeof linesOfWords>[0] =>
    text.split(' ').map((word, at) => ({
      ...{ text: word, spaced: true },
      ...{ start: at * seconds, end: at * seconds + 0.25 },
    }));

  it('that end where a sentence ends or somebody pauses', () => {
    const words = [...spoken('I never said that I would come.'), ...spoken('But here I am')].map(
      (word, at) => (at < 9 ? word : { ...word, start: word.start + 8, end: word.end + 8 }),
    );
    expect(
      textsOf(
        linesOfWords(
          words.map((word, at) =>
            at < 7 || at >= 9 ? word : { ...word, start: word.start + 2.2, end: word.end + 2.2 },
          ),
          'en',
        ),
      ),
    ).toEqual(['I never said that I would come.', 'But here', 'I am']);
  });

  it('that are never longer than two rows, and are cut after a clause', () => {
    const long =
      'When the boats come home at night and nobody has lit the lamp, they will look for it in vain and turn round';
    const lines = linesOfWords(spoken(long, 0.26), 'en');
    expect(lines.map(({ text }) => text).join(' ')).toBe(long);
    expect(lines.every(({ text }) => text.length <= 78)).toBe(true);
    expect(lines[0].text).toBe('When the boats come home at night and nobody has lit the lamp,');
  });

  it('without what recognisers make of silence', () => {
    expect(linesOfWords(spoken('Thanks for watching!'), 'en')).toEqual([]);
    expect(linesOfWords(spoken('Untertitelung des ZDF, 2020'), 'de')).toEqual([]);
    expect(linesOfWords(spoken('Sous-titres réalisés par la communauté d’Amara.org'), 'fr')).toEqual([]);
    expect(textsOf(linesOfWords(spoken('Thanks for the boat!'), 'en'))).toEqual(['Thanks for the boat!']);
  });
});

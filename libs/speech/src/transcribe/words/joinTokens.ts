/** What an engine tells: pieces of text as they come, in seconds. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word as it stands in a text: whether there is a space in front. */
export interface JoinedWord extends Token {
  readonly spaced: boolean;
}

/** Languages that are written without spaces between words. */
const spaceless = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'my', 'km', 'bo']);

/** Whether a language is written without spaces between words. */
export const isSpaceless = (language: string): boolean => spaceless.has(language.split('-')[0]);

/** What recognisers write down that nobody says: marks of their own, what is to be heard besides, songs. */
const notSaid = [
  /<\|[^|]*\|>/g,
  /\[[^\]]{0,80}\]/g,
  /\([^)]{0,80}\)/g,
  /（[^）]{0,40}）/g,
  /【[^】]{0,40}】/g,
  /\*[^*]{1,40}\*/g,
  /[♪♫♬#]+/g,
  /^\s*[-–—]\s|\s[-–—]\s/g,
];

/** Joins tokens to words with their punctuation, without what nobody says. */
export function joinTokens(tokens: readonly Token[], language: string): JoinedWord[] {
  const text = tokens.map((token) => token.text).join('');
  const times = timesOf(tokens);
  const said = notSaid.reduce(
    (rest, pattern) => rest.replace(pattern, (cut) => ' '.repeat(cut.length)),
    text,
  );
  return wordsIn(said, language).map(({ from, to }) => ({
    text: said.slice(from, to),
    start: milliseconds(times[from].start),
    end: milliseconds(times[to - 1].end),
    spaced: from === 0 || /\s/.test(said[from - 1]),
  }));
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** When each character begins and ends: a token's time is shared out among those that are not spaces. */
function timesOf(tokens: readonly Token[]): { start: number; end: number }[] {
  const times: { start: number; end: number }[] = [];
  let latest = 0;
  for (const { text, start, end } of tokens) {
    const from = Math.max(latest, start);
    latest = Math.max(from, end);
    const step = (latest - from) / Math.max(1, text.replace(/\s/g, '').length);
    let at = from;
    for (const character of text.split('')) {
      const next = /\s/.test(character) ? at : Math.min(latest, at + step);
      times.push({ start: at, end: next });
      at = next;
    }
  }
  return times;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function wordsIn(text: string, language: string): Place[] {
  const parts = isSpaceless(language)
    ? segments(text, language)
    : [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
  const words: { from: number; to: number }[] = [];
  for (const { from, to } of parts) {
    const last = words.at(-1);
    // Punctuation that stands alone belongs to the word before.
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) words.push({ from, to });
    else if (last !== undefined && last.to === from) last.to = to;
  }
  return words;
}

function segments(text: string, language: string): Place[] {
  const cutter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...cutter.segment(text)]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

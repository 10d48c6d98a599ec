/** What stands in a line but is never said: pictures, signs of music, notes in brackets, tags. */
const unsaid: readonly RegExp[] = [
  /\[[^\]]*\]|［[^］]*］|【[^】]*】/gu,
  /(?<=^|\s)\*[^*]*\*(?=$|[\s.,!?])/gu,
  /(?<=^|\s)[(（][^)）]*[)）]/gu,
  /<\/?[A-Za-z][^>]*>/gu,
  /[♪♫♩♬]/gu,
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0e\ufe0f\u20e3]/gu,
  /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu,
];

/** Writings without spaces between words, which Unicode's dictionaries divide. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu;

const letters = /[\p{L}\p{N}]/u;
const signs = /^[\p{Sc}&+%°@=#§№]+$/u;

/** A line without what is never said. */
export const spokenText = (text: string): string =>
  unsaid.reduce((rest, pattern) => rest.replace(pattern, ' '), text);

/** The written words of a line with the signs round them; signs that stand alone go to the word before them. */
export function tokensOf(text: string, tag: string): string[] {
  const tokens: string[] = [];
  for (const token of spacedOut(spokenText(text), tag).split(/\s+/u)) {
    if (letters.test(token) || signs.test(token)) tokens.push(token);
    else if (token !== '' && tokens.length > 0) tokens[tokens.length - 1] += token;
  }
  return tokens;
}

function spacedOut(text: string, tag: string): string {
  return text.replace(unspaced, (run) => {
    const words = new Intl.Segmenter(tag, { granularity: 'word' });
    return [...words.segment(run)].map(({ segment }) => segment).join(' ');
  });
}

/** A word without the signs round it that part clauses; those that are spoken stay. */
export const bare = (token: string): string =>
  token.replace(/^[^\p{L}\p{N}\p{Sc}&+#§%]+|[^\p{L}\p{M}\p{N}\p{Sc}&+%°]+$/gu, '') || token;

/** The signs behind a word that part clauses. */
export const tailOf = (token: string): string => /[.,!?;:…—–]*$/u.exec(token.replace(/["'”’»)]+$/u, ''))![0];

import type { Line } from '@mondwerk/film';
import { isSpaceless, type JoinedWord } from './joinTokens.ts';

/** Characters of two rows of subtitles. */
const [longest, longestWide] = [78, 30];
/** Seconds. */
const [longestLine, pause, breath] = [7, 0.7, 0.25];
/** Characters after which a sentence may end its line without a pause. */
const enough = 18;

/** What recognisers hear in silence, because those who wrote their lessons put it at the end of films. */
const neverSaid = [
  /amara\.org/i,
  /^(thanks|thank you) for watching[.!]?$/i,
  /^(please )?(like and )?subscribe( to (my|our|the) channel)?[.!]?$/i,
  /^subtitles? by\b/i,
  /^(untertitel(ung)?|ondertitel(ing|d)?|sous-titr(es|age|és)|subtítulos|sottotitoli|legendas)\b.*(im auftrag|zdf|swr|ard|funk|société|radio-canada|por la comunidad|qtss|comunidade|door|von|par|de la|by)\b/i,
  /^(字幕|ご視聴|請不吝|请不吝|訂閱|订阅)/,
];

/** Puts words into lines: a pause ends one, so does the end of a sentence, and none is longer than two rows. */
export function linesOfWords(words: readonly JoinedWord[], language: string): Line[] {
  const most = isSpaceless(language) ? longestWide : longest;
  const groups = atPauses(words).flatMap((group) => fit(group, most));
  return groups
    .map((group) => ({ text: textOf(group), span: { start: group[0].start, end: group.at(-1)!.end } }))
    .filter(({ text }) => !neverSaid.some((pattern) => pattern.test(text)))
    .map((line, index) => ({ index, ...line }));
}

const textOf = (words: readonly JoinedWord[]): string =>
  words.map(({ text, spaced }, at) => (spaced && at > 0 ? ` ${text}` : text)).join('');

const endsSentence = ({ text }: JoinedWord): boolean => /[.!?…。！？]["'”’»」』)]*$/.test(text);
const endsClause = ({ text }: JoinedWord): boolean => /[,;:，、；：—–-]["'”’»」』)]*$/.test(text);

function atPauses(words: readonly JoinedWord[]): JoinedWord[][] {
  const groups: JoinedWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last === undefined ? Infinity : word.start - last.end;
    const ended =
      last !== undefined && endsSentence(last) && (gap >= breath || textOf(group!).length >= enough);
    if (gap >= pause || ended) groups.push([word]);
    else group!.push(word);
  }
  return groups;
}

/** Cuts a group that is too long where it hurts least: after a clause, in a breath, near its middle. */
function fit(words: readonly JoinedWord[], most: number): JoinedWord[][] {
  const seconds = words.at(-1)!.end - words[0].start;
  if (words.length < 2 || (textOf(words).length <= most && seconds <= longestLine)) return [[...words]];
  const cost = (at: number): number => {
    const [before, after] = [textOf(words.slice(0, at)).length, textOf(words.slice(at)).length];
    const uneven = Math.abs(before - after) / (before + after);
    const gap = words[at].start - words[at - 1].end;
    return uneven - (endsClause(words[at - 1]) ? 0.4 : 0) - Math.min(0.4, gap);
  };
  let best = 1;
  for (let at = 2; at < words.length; at++) if (cost(at) < cost(best)) best = at;
  return [...fit(words.slice(0, best), most), ...fit(words.slice(best), most)];
}

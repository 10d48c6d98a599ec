import { LINE_PROBLEMS } from '../../pipeline/lines/lineCodes.ts';
import type { Alignment, Heard, HeardLine } from '../alignment.ts';
import { textPieces } from '../textPieces.ts';

const HEAD = `[Script Info]
ScriptType: v4.00+
PlayResX: 1280
PlayResY: 720
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Words,Arial,44,&H0000D7FF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2.5,1,2,40,40,78,1
Style: Sounds,Arial,30,&H0000D7FF,&H00C8C8C8,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,40,40,30,1
Style: Doubt,Arial,30,&H005050FF,&H005050FF,&H00000000,&H80000000,0,1,0,0,100,100,0,0,1,2,1,8,40,40,30,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
`;

/** Hundredths of a second, the finest time of the format. */
const hundredths = (seconds: number): number => Math.max(0, Math.round(seconds * 100));

/**
 * An alignment as subtitles that light up word by word as they are heard, with the sounds below; what does not fit says
 * so at the top. A player shows with it where a mouth should be.
 */
export function writeAss({ words, phones, lines }: Alignment): string {
  const [wordsOf, phonesOf] = [words, phones].map((heard) => Map.groupBy(heard, ({ line }) => line));
  const events = lines
    .filter(({ start, end }) => hundredths(end) > hundredths(start))
    .toSorted((a, b) => a.start - b.start)
    .flatMap((line) => {
      const own = wordsOf.get(line.index) ?? [];
      const sounds = spacedByWords(phonesOf.get(line.index) ?? [], own);
      return [
        dialogue(line, 'Words', karaoke(line, wordParts(line, own))),
        ...(sounds.length > 0 ? [dialogue(line, 'Sounds', karaoke(line, sounds))] : []),
        ...(line.problem === undefined ? [] : [dialogue(line, 'Doubt', plain(LINE_PROBLEMS[line.problem]))]),
      ];
    });
  return `${HEAD}${events.map((event) => `${event}\n`).join('')}`;
}

type Part = Pick<Heard, 'start' | 'end' | 'text'>;

/** The text as it is written, cut before its words. */
function wordParts(line: HeardLine, words: readonly Heard[]): Part[] {
  const pieces = textPieces(
    line.text,
    words.map(({ text }) => text),
  );
  return pieces.map(({ text, word }) => {
    const { start, end } = words[word] ?? { start: line.start, end: line.start };
    return { start, end, text };
  });
}

/** Sounds with a space after those that end a word. */
function spacedByWords(phones: readonly Heard[], words: readonly Heard[]): Part[] {
  const ends = new Set(words.map(({ end }) => end));
  return phones.map((phone, at) =>
    at < phones.length - 1 && ends.has(phone.end) ? { ...phone, text: `${phone.text} ` } : phone,
  );
}

/** Every part lights up when it is heard; all times count on from the line's beginning, so that no rounding adds up. */
function karaoke({ start }: HeardLine, parts: readonly Part[]): string {
  const begin = hundredths(start);
  let at = begin;
  return parts
    .map((part) => {
      const [from, to] = [Math.max(at, hundredths(part.start)), Math.max(at, hundredths(part.end))];
      const wait = from > at ? `{\\k${from - at}}` : '';
      at = Math.max(from, to);
      return `${wait}{\\k${at - from}}${plain(part.text)}`;
    })
    .join('');
}

const dialogue = (line: HeardLine, style: string, text: string): string =>
  `Dialogue: 0,${clock(line.start)},${clock(line.end)},${style},${nameOf(line)},0,0,0,,${text}`;

const nameOf = ({ character = '' }: HeardLine): string => character.replace(/[,\r\n]+/g, ' ').trim();

function clock(seconds: number): string {
  const all = hundredths(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(all / 360_000)}:${two(Math.floor(all / 6000) % 60)}:${two(Math.floor(all / 100) % 60)}.${two(all % 100)}`;
}

/** Braces would open a command, and a backslash before a letter would be one. */
const plain = (text: string): string =>
  text
    .replace(/\\/g, '\\\u2060')
    .replace(/[{}]/g, (brace) => `\\${brace}`)
    .replace(/[\r\n]+/g, '\\N');

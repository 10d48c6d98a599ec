import type { LipMark, Phone } from '@mondwerk/film';
import {
  detxTypeOf,
  plainOf,
  type RichText,
  type ScriptClock,
  type ScriptDocument,
  type ScriptLine,
} from '@mondwerk/speech';
import type { Alignment, Heard, HeardLine } from './alignment.ts';
import { lanesOf } from './lanes.ts';
import { lipMarks } from './mouth/lipMarks.ts';
import { withSilences } from './withSilences.ts';
import { textPieces, wordPlaces } from './textPieces.ts';

/** A script that was read, and where in it each of its spoken lines stands. */
export interface ReadScript {
  readonly document: ScriptDocument;
  /** By the index of the line. */
  readonly places: ReadonlyMap<number, number>;
}

/** What was heard of a script. */
export interface HeardOfScript {
  readonly alignment: Alignment;
  /** All that is said, ascending by its start; those of different lines may overlap. */
  readonly spoken: readonly Phone[];
  readonly clock: ScriptClock;
}

/** What a line says inside, besides its words. */
type Inside = (line: ScriptLine, heard: HeardLine) => Partial<ScriptLine>;

/** The script with the times at which its lines were heard, and nothing else changed. */
export const withHeardTimes = (script: ReadScript, heard: HeardOfScript): ScriptDocument =>
  heardScript(script, heard, () => ({}));

/** The same, with the instant at which each word is heard, where nothing else is marked in a line. */
export function withWordTimes(script: ReadScript, heard: HeardOfScript): ScriptDocument {
  const words = Map.groupBy(heard.alignment.words, ({ line }) => line);
  return heardScript(script, heard, ({ text }, line) =>
    text.every((piece) => typeof piece === 'string')
      ? { text: timedText(plainOf(text), line, words.get(line.index) ?? []) }
      : {},
  );
}

function timedText(text: string, { start }: HeardLine, words: readonly Heard[]): RichText {
  const pieces = textPieces(
    text,
    words.map((word) => word.text),
  );
  return pieces.flatMap(({ text: own, word }): RichText => {
    const at = words[word]?.start ?? start;
    return at > start + 1e-3 ? [{ tag: 'time', at, inside: [] }, own] : [own];
  });
}

/** The same as a rhythm band: marks of what the lips do stand in the text where they are heard. */
export function withLipMarks(script: ReadScript, heard: HeardOfScript): ScriptDocument {
  const { alignment } = heard;
  const words = Map.groupBy(alignment.words, ({ line }) => line);
  const phones = Map.groupBy(heard.spoken, ({ line }) => line);
  const rows = new Map(
    lanesOf(alignment.lines).flatMap(({ lines }, row) => lines.map(({ index }) => [index, row])),
  );
  return heardScript(script, heard, ({ track }, { index, start, end, text }) => {
    const marks = lipMarks(withSilences(phones.get(index) ?? [], alignment.seconds));
    const read = (at: number): number => placeAt({ start, end, text }, words.get(index) ?? [], at);
    return { text: markedText(text, marks, read), track: track ?? rows.get(index) ?? 0 };
  });
}

function markedText(text: string, marks: readonly LipMark[], read: (at: number) => number): RichText {
  const rich: RichText[number][] = [];
  let from = 0;
  for (const { kind, at } of marks) {
    const to = Math.max(from, read(at));
    rich.push(text.slice(from, to), { tag: 'mark', value: detxTypeOf(kind), at, inside: [] });
    from = to;
  }
  return [...rich, text.slice(from)].filter((piece) => piece !== '');
}

/** How far into a text it has been read at an instant: words, or a line whose words are not known, as evenly as they are long. */
function placeAt(
  { start: first, end: last, text }: Pick<HeardLine, 'start' | 'end' | 'text'>,
  words: readonly Heard[],
  at: number,
): number {
  const places = wordPlaces(
    text,
    words.map((word) => word.text),
  );
  if (places.length === 0) return Math.round(((at - first) / (last - first)) * text.length);
  if (at <= words[places[0].word].start) return 0;
  const begun = places.findLastIndex(({ word }) => words[word].start <= at);
  const { word, opens, from, to } = places[begun];
  const { start, end } = words[word];
  if (at <= start + 1e-9) return opens;
  // Once a word is over, what stands behind it is read too.
  if (at >= end) return places[begun + 1]?.opens ?? text.length;
  return from + Math.round(((at - start) / (end - start)) * (to - from));
}

/** Lines without any times are left out, as are those that are not spoken; instants inside a line were the old ones. */
function heardScript(
  { document, places }: ReadScript,
  { alignment, clock }: HeardOfScript,
  inside: Inside,
): ScriptDocument {
  const lines = alignment.lines
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start)
    .map((heard): ScriptLine => {
      const line = document.lines[places.get(heard.index)!];
      const timed = {
        ...line,
        span: { start: heard.start, end: heard.end },
        text: withoutInstants(line.text),
      };
      return { ...timed, ...inside(timed, heard) };
    });
  return { ...document, language: document.language ?? alignment.language, clock, lines, notes: [] };
}

const withoutInstants = (rich: RichText): RichText =>
  rich.flatMap((piece): RichText => {
    if (typeof piece === 'string') return [piece];
    const inside = withoutInstants(piece.inside);
    return piece.tag === 'time' || piece.tag === 'mark' ? inside : [{ ...piece, inside }];
  });

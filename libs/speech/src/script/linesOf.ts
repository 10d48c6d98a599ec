import type { Line, LipMark } from '@mondwerk/film';
import { cleanText } from './cleanText.ts';
import { lipKindOf } from './lipMarks.ts';
import { plainOf, tagsOf } from './richText.ts';
import type { ScriptDocument, ScriptLine } from './scriptDocument.ts';

/** A line that is spoken, and its place among the document's lines. */
export interface PlacedLine {
  readonly line: Line;
  readonly place: number;
}

/** The lines of a script that somebody says, in their order, with their places in the document. */
export function placeLines(document: ScriptDocument): PlacedLine[] {
  const names = new Map(document.characters.map(({ id, name }) => [id, name]));
  const placed: PlacedLine[] = [];
  document.lines.forEach((line, place) => {
    const text = isHeard(line) ? cleanText(withoutNames(plainOf(line.text), names)) : '';
    if (text === '') return;
    const spoken = spokenLine(line, text, names);
    if (!repeats(placed.at(-1)?.line, spoken)) {
      placed.push({ place, line: { index: placed.length, ...spoken } });
    }
  });
  return placed;
}

/** The lines of a script that somebody says, in their order. */
export const linesOf = (document: ScriptDocument): Line[] => placeLines(document).map(({ line }) => line);

/** What is written in the picture, and sounds that are no dialogue, are nobody's line. */
const isHeard = ({ represents }: ScriptLine): boolean =>
  represents === undefined ||
  represents.split(/\s+/).some((part) => /^audio(\.(?!nonDialogueSounds)|$)/.test(part));

type Spoken = Omit<Line, 'index'>;

function spokenLine(line: ScriptLine, text: string, names: ReadonlyMap<string, string>): Spoken {
  const { character, span, language, onScreen } = line;
  const name = character === undefined ? undefined : (names.get(character) ?? character);
  const marks = marksOf(line);
  return {
    text,
    ...(name === undefined ? {} : { character: name }),
    ...(span === undefined ? {} : { span }),
    ...(language === undefined ? {} : { language }),
    ...(onScreen === undefined ? {} : { onScreen }),
    ...(marks.length === 0 ? {} : { marks }),
  };
}

/** Where two speak in one cue, the second one's name stands in the text. */
function withoutNames(text: string, names: ReadonlyMap<string, string>): string {
  const known = new Set(names.values());
  return text.replace(
    /(^|\n)([^\S\n]*[-–—][^\S\n]*)([^\n:：]{1,60})[:：]/g,
    (all, start: string, dash, name: string) => (known.has(name.trim()) ? `${start}${dash as string}` : all),
  );
}

const marksOf = ({ text }: ScriptLine): LipMark[] =>
  tagsOf(text)
    .flatMap(({ tag, value, at }) => {
      const kind = tag === 'mark' ? lipKindOf(value) : undefined;
      return kind === undefined || at === undefined ? [] : [{ kind, at }];
    })
    .sort((a, b) => a.at - b.at);

const repeats = (last: Line | undefined, next: Spoken): boolean =>
  next.span !== undefined &&
  last?.text === next.text &&
  last.character === next.character &&
  last.span?.start === next.span.start &&
  last.span.end === next.span.end;

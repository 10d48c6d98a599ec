import { formatTimecode, perSecond } from '@mondwerk/film';
import { plainOf, type RichText } from './richText.ts';
import type { Description, ScriptClock, ScriptDocument, ScriptLine } from './scriptDocument.ts';
import { srtTags, writeCueText } from './writeCueText.ts';
import { writeClock } from './writeClock.ts';

/** A column: its head, and what stands in it for a line. */
interface Written {
  readonly head: string;
  readonly cell: (line: ScriptLine) => string;
  /** Whether it is written even where all its cells are empty. */
  readonly always?: boolean;
}

/** Writes a table in CSV that spreadsheets open as it is; columns in which nothing would stand are left out. */
export function writeCsv(document: ScriptDocument): string {
  const columns = columnsOf(document).filter(
    ({ always, cell }) => always === true || document.lines.some((line) => cell(line) !== ''),
  );
  const rows = document.lines.map((line) => columns.map(({ cell }) => quoted(guarded(cell(line)))));
  const all = [columns.map(({ head }) => quoted(head)), ...rows];
  // Excel takes a file without a mark for Windows-1252.
  return `\ufeff${all.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function columnsOf({ characters, clock, language, original }: ScriptDocument): Written[] {
  const names = new Map(characters.map(({ id, name }) => [id, name]));
  const named = (head: string, tag: string | undefined): string =>
    tag === undefined ? head : `${head} (${tag})`;
  return [
    { head: 'id', cell: ({ id = '' }) => id },
    { head: 'start', cell: ({ span }) => (span ? timeOf(span.start, clock) : ''), always: true },
    { head: 'end', cell: ({ span }) => (span ? timeOf(span.end, clock) : ''), always: true },
    {
      head: 'character',
      cell: ({ character }) => (character === undefined ? '' : (names.get(character) ?? character)),
      always: true,
    },
    { head: 'language', cell: ({ language: own = '' }) => own },
    { head: 'on screen', cell: ({ onScreen = '' }) => onScreen },
    { head: 'track', cell: ({ track }) => (track === undefined ? '' : String(track)) },
    {
      head: named('original', original),
      cell: ({ others }) => textOf(others?.[0]?.text ?? []),
      always: original !== undefined,
    },
    { head: named('text', language), cell: ({ text }) => textOf(text), always: true },
    { head: 'notes', cell: ({ descriptions = [] }) => descriptions.map(noteOf).join('\n') },
    ...(clock === undefined
      ? []
      : [
          {
            head: 'rate',
            cell: ({ span }: ScriptLine) => (span ? `${clock.rate.num}/${clock.rate.den}` : ''),
          },
        ]),
  ];
}

/** Frames where the script counts them; they begin with the film. */
function timeOf(seconds: number, clock: ScriptClock | undefined): string {
  if (clock === undefined) return writeClock(seconds);
  const frame = Math.round(seconds * perSecond(clock.rate));
  return formatTimecode(frame, clock.rate, { frame: 0, drop: clock.start.drop });
}

const textOf = (rich: RichText): string => (plainOf(rich) === '' ? '' : writeCueText(rich, srtTags));

const noteOf = ({ kind, text }: Description): string => (kind === undefined ? text : `[${kind}] ${text}`);

/** A spreadsheet would take words that begin like a formula for one, whoever wrote them. */
const guarded = (cell: string): string => (/^'?[=+@-]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string =>
  /[",;\t|\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

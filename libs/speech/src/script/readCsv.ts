import { Refusal, type OnScreen, type Rate } from '@mondwerk/film';
import { charactersNamed, nameCharacters } from './characters.ts';
import { readCueText } from './cueText.ts';
import { readRate } from './readRate.ts';
import { reckoned, reckonLength } from './reckonLength.ts';
import { plainOf, trimRich, type RichText } from './richText.ts';
import {
  EMPTY_SCRIPT,
  type Description,
  type OtherText,
  type RawScript,
  type ScriptLine,
  type ScriptReading,
} from './scriptDocument.ts';
import type { Column } from './tableColumns.ts';
import { findTable, type ScriptTable } from './findTable.ts';
import { readTableTime, type TimePlace } from './tableTime.ts';

/** Reads a table in CSV or with tabs, by the names of its columns. @throws Refusal naming the row that makes no sense. */
export function readCsv(text: string, reading: ScriptReading, name: string): RawScript {
  const table = findTable(text, name)!;
  const counted = { drop: false, rate: reading.rate };
  const found = table.rows.map(({ cells, row }) => lineOf(new Cells(table, cells), { name, row, counted }));
  const lines = nameCharacters(found.map(({ line }) => line));
  const open = found.filter(({ guessed }) => guessed).length;
  const { language, original } = table;
  const { rate } = counted;
  const frames = found.some((one) => one.frames);
  return {
    document: {
      ...EMPTY_SCRIPT,
      ...(language === undefined ? {} : { language }),
      ...(original === undefined ? {} : { original }),
      ...(frames && rate !== undefined && { clock: { rate, start: { frame: 0, drop: counted.drop } } }),
      lines,
      characters: charactersNamed(lines),
      remarks: reckoned(open, lines.length, name),
    },
  };
}

/** The cells of a row by what they hold. */
class Cells {
  private readonly table: ScriptTable;
  private readonly cells: readonly string[];

  constructor(table: ScriptTable, cells: readonly string[]) {
    this.table = table;
    this.cells = cells;
  }

  /** A cell's text; '' where there is none. A sign that keeps spreadsheets from reckoning with it is taken off. */
  get(column: Column): string {
    const at = this.table.columns.get(column);
    return at === undefined ? '' : (this.cells[at] ?? '').trim().replace(/^'(?='?[=+@-])/, '');
  }
}

interface Counted {
  drop: boolean;
  rate: Rate | undefined;
}

interface RowPlace {
  readonly name: string;
  readonly row: number;
  /** How the table counts frames, as found up to here. */
  readonly counted: Counted;
}

interface FoundLine {
  readonly line: ScriptLine;
  readonly guessed: boolean;
  readonly frames: boolean;
}

function lineOf(cells: Cells, place: RowPlace): FoundLine {
  const text = textIn(cells.get('text'));
  const other = textIn(cells.get('original'));
  const [character, language, track] = [cells.get('character'), cells.get('language'), cells.get('track')];
  const onScreen = seenAs[
    cells
      .get('onScreen')
      .toLowerCase()
      .replace(/[\s_/]+/g, '-')
  ] as OnScreen | undefined;
  const descriptions = notesIn(cells.get('notes'));
  const id = cells.get('id');
  const times = spanOf(cells, plainOf(text), place);
  const others: OtherText[] = other.length === 0 ? [] : [{ text: other }];
  const line: ScriptLine = {
    ...(id === '' ? {} : { id }),
    ...(times.span && { span: times.span }),
    ...(character === '' ? {} : { character }),
    text,
    ...(language === '' ? {} : { language }),
    ...(others.length > 0 && { others }),
    ...(onScreen === undefined ? {} : { onScreen }),
    ...(/^\d{1,3}$/.test(track) && { track: Number(track) }),
    ...(descriptions.length > 0 && { descriptions }),
  };
  return { line, guessed: times.guessed, frames: times.frames };
}

const textIn = (cell: string): RichText => trimRich(readCueText(cell));

const seenAs: Readonly<Record<string, OnScreen>> = {
  ...{ on: 'on', yes: 'on', y: 'on', ja: 'on', oui: 'on', si: 'on', sí: 'on', true: 'on', 'on-screen': 'on' },
  ...{
    off: 'off',
    no: 'off',
    n: 'off',
    nein: 'off',
    nee: 'off',
    non: 'off',
    false: 'off',
    'off-screen': 'off',
  },
  ...{ os: 'off', vo: 'off', 'on-off': 'on-off', 'off-on': 'off-on' },
};

const notesIn = (cell: string): Description[] =>
  cell
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const kinded = /^\[([\w.-]{1,40})\] (.+)$/.exec(row.trim());
      return kinded === null ? { text: row.trim() } : { kind: kinded[1], text: kinded[2] };
    });

interface FoundSpan {
  readonly span?: { readonly start: number; readonly end: number };
  readonly guessed: boolean;
  readonly frames: boolean;
}

function spanOf(cells: Cells, words: string, { name, row, counted }: RowPlace): FoundSpan {
  const said = cells.get('rate');
  if (said !== '') counted.rate = readRate(said) ?? counted.rate;
  const [from, to, length] = [cells.get('start'), cells.get('end'), cells.get('duration')];
  if (from === '') return { guessed: false, frames: false };
  counted.drop ||= /;\d\d$/.test(from);
  const place: TimePlace = { name, row, rate: counted.rate };
  const start = readTableTime(from, place);
  const frames = /:\d\d[:;]\d\d[:;]\d\d$/.test(from);
  const guessed = to === '' && length === '';
  const end =
    to !== ''
      ? readTableTime(to, place)
      : length !== ''
        ? start + readTableTime(length, place)
        : start + reckonLength(words);
  if (end > start) return { span: { start, end }, guessed, frames };
  throw new Refusal(
    'script-times',
    `The script ${name}, row ${row}: the line ends before it starts: correct its times.`,
  );
}

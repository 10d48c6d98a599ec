import { FROM_NOUGHT, parseTimecodeStart, Refusal, type Line } from '@mondwerk/film';
import {
  detxTypeOf,
  EMPTY_SCRIPT,
  placeLines,
  type PlacedLine,
  type RichText,
  type ScriptClock,
  type ScriptDocument,
  type ScriptLine,
  type Tagged,
} from '@mondwerk/speech';
import { In, type EntityManager } from 'typeorm';
import { Characters } from '../cast/tables.ts';
import type { Storage } from '../storage/storage.ts';
import { Sources, Titles, type SourceRow } from '../titles/tables.ts';
import { parseScript } from './parseScript.ts';
import { seenIn } from './spokenOrder.ts';
import { Lines, type LineRow, type ScriptRow } from './tables.ts';

/** A script as it stands now. */
export interface ScriptNow {
  readonly document: ScriptDocument;
  /** Where in the document each line of the script stands, by its number. */
  readonly places: readonly number[];
}

/**
 * A script as it stands now: everything that its file carries, with what people have changed of its lines. Where the
 * file cannot be read again as it was, the lines alone.
 */
export async function scriptNow(tx: EntityManager, storage: Storage, script: ScriptRow): Promise<ScriptNow> {
  const rows = await tx.find(Lines, { where: { script: script.id }, order: { index: 'ASC' } });
  const names = await namesOf(tx, rows);
  const read = await readAgain(storage, script);
  const placed = read === undefined ? [] : placeLines(read);
  const asRead = read !== undefined && placed.length === rows.length;
  const edited = asRead ? withEdits(read, placed, rows, names) : fromRows(rows, names);
  return {
    document: { ...edited, ...(await aboutScript(tx, script, edited)) },
    places: rows.map((_, at) => (asRead ? placed[at].place : at)),
  };
}

async function namesOf(tx: EntityManager, rows: readonly LineRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ character }) => character ?? []))];
  const found = await tx.findBy(Characters, { id: In(ids) });
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** `undefined` of a script that was written down before anybody kept with what it was read. */
async function readAgain(storage: Storage, script: ScriptRow): Promise<ScriptDocument | undefined> {
  if (script.reading === null) return undefined;
  try {
    return await parseScript(storage, script, script.reading);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function withEdits(
  document: ScriptDocument,
  placed: readonly PlacedLine[],
  rows: readonly LineRow[],
  names: ReadonlyMap<string, string>,
): ScriptDocument {
  const ids = new Map(document.characters.map(({ id, name }) => [name.toLowerCase(), id]));
  const idOf = (name: string): string => ids.get(name.toLowerCase()) ?? name;
  const lines = [...document.lines];
  placed.forEach(({ place, line }, at) => {
    lines[place] = editedLine(lines[place], line, rows[at], names, idOf);
  });
  return { ...document, lines, characters: withNamed(document.characters, lines) };
}

/** A line with what people changed of it; what they left is as its file has it. */
function editedLine(
  line: ScriptLine,
  read: Line,
  row: LineRow,
  names: ReadonlyMap<string, string>,
  idOf: (name: string) => string,
): ScriptLine {
  const name = row.character === null ? undefined : names.get(row.character);
  const same = name?.toLowerCase() === read.character?.toLowerCase();
  const onScreen = seenIn(row);
  const language = row.language === (read.language ?? null) ? line.language : (row.language ?? undefined);
  const character = same ? line.character : name && idOf(name);
  return {
    ...line,
    ...(row.text === read.text ? {} : { text: retold(line.text, row.text) }),
    span: row.start === null || row.end === null ? undefined : { start: row.start, end: row.end },
    ...{ character, language, onScreen },
  };
}

/** New words keep the marks of lips around them, since those belong to instants; other marks belonged to the old words. */
function retold(text: RichText, words: string): RichText {
  const marks = text.filter((piece) => typeof piece !== 'string' && piece.tag === 'mark');
  return [...marks.slice(0, 1), words, ...marks.slice(1)];
}

/** Characters that people gave to lines and the file does not know. */
function withNamed(
  characters: ScriptDocument['characters'],
  lines: readonly ScriptLine[],
): ScriptDocument['characters'] {
  const known = new Set(characters.map(({ id }) => id));
  const named = [...new Set(lines.flatMap(({ character }) => character ?? []))];
  return [...characters, ...named.filter((id) => !known.has(id)).map((id) => ({ id, name: id }))];
}

function fromRows(rows: readonly LineRow[], names: ReadonlyMap<string, string>): ScriptDocument {
  const lines = rows.map((row): ScriptLine => {
    const onScreen = seenIn(row);
    const character = row.character === null ? undefined : names.get(row.character);
    const marks = (row.marks ?? []).map(({ kind, at }): Tagged => ({
      tag: 'mark',
      value: detxTypeOf(kind),
      at,
      inside: [],
    }));
    return {
      text: retold(marks, row.text),
      ...(row.start === null || row.end === null ? {} : { span: { start: row.start, end: row.end } }),
      ...(character === undefined ? {} : { character }),
      ...(row.language === null ? {} : { language: row.language }),
      ...(onScreen === undefined ? {} : { onScreen }),
    };
  });
  return { ...EMPTY_SCRIPT, lines, characters: withNamed([], lines) };
}

/** What is known of a script that its file may not say: its title, languages, kind, and how its film counts frames. */
async function aboutScript(
  tx: EntityManager,
  { title: id, dub, language }: ScriptRow,
  document: ScriptDocument,
): Promise<Partial<ScriptDocument>> {
  const title = await tx.findOneByOrFail(Titles, { id });
  const source = await tx.findOne(Sources, { where: { title: id }, order: { id: 'DESC' } });
  const original = document.original ?? (dub === null ? null : title.language);
  const clock = document.clock ?? clockOf(source?.facts ?? null);
  return {
    title: document.title ?? title.name,
    language,
    ...(original === null || original === language ? {} : { original }),
    kind: document.kind ?? (dub === null ? 'original' : 'translated'),
    ...(clock === undefined ? {} : { clock }),
  };
}

/** Frames of a film that shows them unevenly have no numbers. */
function clockOf(facts: SourceRow['facts']): ScriptClock | undefined {
  if (facts === null || facts.variable) return undefined;
  const { rate, timecode } = facts;
  const start = timecode === undefined ? undefined : parseTimecodeStart(timecode, rate);
  return { rate, start: start ?? FROM_NOUGHT };
}

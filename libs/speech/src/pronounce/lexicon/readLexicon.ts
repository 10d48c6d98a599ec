import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { decodeText } from '../../script/decodeText.ts';
import { delimitedRows, type DelimitedRow } from './delimitedRows.ts';
import { LONGEST, type LexiconEntry } from './lexiconEntry.ts';
import { readSaid } from './readSaid.ts';

/** A row of a lexicon file: an entry, and what people noted beside it. */
export interface LexiconRow extends LexiconEntry {
  readonly note?: string;
}

/** The most entries that a lexicon may have. */
export const MOST_ENTRIES = 5000;

const mostBytes = 4_000_000;
const columns = ['word', 'said', 'language', 'note'] as const;
type Column = (typeof columns)[number];

const example = 'such as Siobhan,Shuh-VAWN or Siobhan = /ʃɪˈvɔːn/';

/** Reads a lexicon file. @throws Refusal as `parseLexicon`, and when it cannot be read. */
export async function readLexicon(path: string): Promise<LexiconRow[]> {
  const name = basename(path);
  return parseLexicon(decodeLexicon(await readBytes(path, name), name), name);
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw refuse(`The lexicon ${name} does not exist: check the path`);
  if (!found.isFile()) throw refuse(`The lexicon ${name} is no ordinary file: give a text file`);
  if (found.size > mostBytes) throw tooLarge(name);
  try {
    return await readFile(path);
  } catch (cause) {
    throw refuse(`The lexicon ${name} cannot be opened: check that you may read it`, cause);
  }
}

const tooLarge = (name: string): Refusal =>
  refuse(`The lexicon ${name} is larger than 4 MB: leave out what no script says`);

/** The text of a lexicon file, in whichever encoding it is. @throws Refusal when it is not a text. */
export function decodeLexicon(bytes: Uint8Array, name: string): string {
  try {
    return decodeText(bytes, name);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw refuse(
      `The lexicon ${name} is no text in Unicode: save it as UTF-8, one entry a row, ${example}`,
      cause,
    );
  }
}

/**
 * Reads a lexicon: rows of `word,said,language,note` parted by commas, semicolons or tabs, with the names of the
 * columns or without, or rows of `word = /ipa/`. @throws Refusal `lexicon-unreadable` naming file, row and what to write.
 */
export function parseLexicon(text: string, name: string): LexiconRow[] {
  if (text.length > mostBytes) throw tooLarge(name);
  const plain = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const rows = delimitedRows(plain, delimiterOf(plain)).filter(({ cells }) => !isRemark(cells));
  const head = headOf(rows[0]);
  const entries = (head === undefined ? rows : rows.slice(1)).map((row) =>
    entryOf(row, head ?? columns, name),
  );
  if (entries.length === 0) throw refuse(`The lexicon ${name} has no entries: write one a row, ${example}`);
  if (entries.length > MOST_ENTRIES)
    throw refuse(
      `The lexicon ${name} has ${entries.length} entries, more than ${MOST_ENTRIES}: leave out what no script says`,
    );
  return entries;
}

const isRemark = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '') || /^(?:#|\/\/)/u.test(cells[0]);

const delimiterOf = (text: string): string =>
  text.includes('\t') ? '\t' : /^[^,\n"]*;/mu.test(text) ? ';' : ',';

function headOf(first: DelimitedRow | undefined): (Column | undefined)[] | undefined {
  const named = first?.cells.map((cell) => columns.find((column) => column === cell.toLowerCase())) ?? [];
  return named.includes('word') && named.includes('said') ? named : undefined;
}

function entryOf(
  { row, cells }: DelimitedRow,
  head: readonly (Column | undefined)[],
  name: string,
): LexiconRow {
  const where = `${name}, row ${row}`;
  const equals = /^([^=]+)=(.+)$/su.exec(cells.join(','));
  const isPlain = equals !== null && cells.length < 3 && (cells.length === 1 || cells[0].includes('='));
  const value = (column: Column): string => cells[head.indexOf(column)] ?? '';
  const [word, said] = isPlain ? [equals[1].trim(), equals[2].trim()] : [value('word'), value('said')];
  if (word === '') throw refuse(`${where} has no word: write the word and how it is said, ${example}`);
  if (said === '')
    throw refuse(`${where} does not say how "${short(word)}" is said: write it behind the word, ${example}`);
  if (word.length > LONGEST.word)
    throw refuse(`${where}: the word is longer than ${LONGEST.word} characters: shorten it`);
  if (said.length > LONGEST.said)
    throw refuse(`${where}: what is said is longer than ${LONGEST.said} characters: shorten it`);
  const [language, note] = isPlain ? ['', ''] : [value('language'), value('note')];
  if (language !== '' && !isTag(language))
    throw refuse(
      `${where}: "${short(language)}" is no language: write a BCP 47 tag such as fr or pt-BR, or leave it empty`,
    );
  readable(said, word, where);
  return {
    word,
    said,
    ...(language === '' ? {} : { language }),
    ...(note === '' ? {} : { note: note.slice(0, 500) }),
  };
}

function readable(said: string, word: string, where: string): void {
  try {
    readSaid(said, word);
  } catch (cause) {
    throw refuse(`${where}: ${(cause as Error).message.replace(/\.$/u, '')}`, cause);
  }
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text.replace(/_/gu, '-')).length === 1;
  } catch {
    return false;
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const refuse = (what: string, cause?: unknown): Refusal =>
  new Refusal('lexicon-unreadable', `${what}.`, { cause });

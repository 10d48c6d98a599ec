import { readHead, type Column, type Head } from './tableColumns.ts';
import { readTable, type TableRow } from './tableRows.ts';

/** A table that is a script: which column is where, in which languages its texts are, and its rows. */
export interface ScriptTable {
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: readonly TableRow[];
  readonly language?: string;
  readonly original?: string;
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Rows that people write above a table's heads: a title, a date, what Excel is to split it by. */
const MOST_ABOVE = 10;

/** Finds the table in a text: by the heads of its columns, else by rows that begin with two times. `undefined`: it is none. */
export function findTable(text: string, name: string): ScriptTable | undefined {
  const rows = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .slice(0, MOST_ABOVE);
  for (const [at, row] of rows.entries()) {
    for (const separator of SEPARATORS) {
      if (!row.includes(separator)) continue;
      const heads = row.split(separator).map((cell) => readHead(cell.replace(/^\s*"|"\s*$/g, '')));
      if (isHeadRow(heads)) return tableUnder(heads, readTable(text, separator, name), at + 1);
    }
  }
  return tableWithoutHeads(text, rows, name);
}

const isHeadRow = (heads: readonly (Head | undefined)[]): boolean => {
  const known = new Set(heads.flatMap((head) => head?.column ?? []));
  const hasText = known.has('text') || known.has('translation') || known.has('original');
  return hasText && known.size > 1;
};

function tableUnder(
  heads: readonly (Head | undefined)[],
  rows: readonly TableRow[],
  under: number,
): ScriptTable {
  const places = new Map<Column, number>();
  heads.forEach((head, at) => {
    if (head !== undefined && !places.has(head.column)) places.set(head.column, at);
  });
  const [text, translation, original] = (['text', 'translation', 'original'] as const).map((column) =>
    places.get(column),
  );
  const said = translation ?? text ?? original!;
  const source = original ?? (translation === undefined ? undefined : text);
  places.set('text', said);
  if (source === undefined || source === said) places.delete('original');
  else places.set('original', source);
  const language = heads[said]?.language;
  const from = source === undefined || source === said ? undefined : heads[source]?.language;
  return {
    columns: places,
    rows: rows.filter(({ row }) => row > under),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { original: from }),
  };
}

const time = String.raw`\s*"?\d{1,2}[:.]\d{2}[:.]\d{2}(?:[:;.,]\d{2,3})?"?\s*`;

/** A table without heads: two times, then perhaps a character, then the words. */
function tableWithoutHeads(text: string, rows: readonly string[], name: string): ScriptTable | undefined {
  const full = rows.filter((row) => row.trim() !== '');
  for (const separator of [';', '\t', '|', ',']) {
    const sign = separator === '|' ? '\\|' : separator;
    const begins = new RegExp(`^${time}${sign}${time}${sign}`);
    if (full.length === 0 || !full.every((row) => begins.test(row))) continue;
    const table = readTable(text, separator, name);
    const wide = table.every(({ cells }) => cells.length >= 4);
    const columns: [Column, number][] = [
      ['start', 0],
      ['end', 1],
      ...(wide ? [['character', 2] as [Column, number]] : []),
      ['text', wide ? 3 : 2],
    ];
    return { columns: new Map(columns), rows: table };
  }
  return undefined;
}

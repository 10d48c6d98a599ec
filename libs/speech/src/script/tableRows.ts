import { Refusal } from '@mondwerk/film';

/** A row of a table, and where it stands in its file. */
export interface TableRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly row: number;
}

/**
 * Takes a table apart (RFC 4180): cells in quotes may hold separators and line breaks. Empty rows are left out.
 * @throws Refusal `script-table` for quotes that never end.
 */
export function readTable(text: string, separator: string, name: string): TableRow[] {
  const stop = new RegExp(`[\\r\\n${separator === '|' ? '\\|' : separator}]`, 'g');
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let [at, row, first] = [0, 1, 1];
  const end = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, row: first });
    cells = [];
    first = row;
  };
  while (at <= text.length) {
    const quoted = /^[^\S\n\r]*"/.test(text.slice(at, at + 8));
    const cell = quoted ? quotedCell(text, at, stop) : plainCell(text, at, stop);
    if (cell === undefined) {
      throw new Refusal(
        'script-table',
        `The script ${name}, row ${row}: a quotation mark is never closed: close it, or export the table anew.`,
      );
    }
    row += cell.breaks;
    cells.push(cell.text);
    at = cell.end;
    if (text.startsWith(separator, at)) {
      at += 1;
      continue;
    }
    row++;
    end();
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Where the sign after it stands: a separator, a line break or the end. */
  readonly end: number;
  /** Line breaks inside it. */
  readonly breaks: number;
}

function plainCell(text: string, from: number, stop: RegExp): Cell {
  stop.lastIndex = from;
  const end = stop.exec(text)?.index ?? text.length;
  return { text: text.slice(from, end), end, breaks: 0 };
}

/** A cell in quotes; one that goes on behind its closing quote only begins with a quoted word. */
function quotedCell(text: string, from: number, stop: RegExp): Cell | undefined {
  const start = text.indexOf('"', from) + 1;
  let close = text.indexOf('"', start);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const rest = plainCell(text, close + 1, stop);
  if (rest.text.trim() !== '') return plainCell(text, from, stop);
  const words = text.slice(start, close).replaceAll('""', '"').replace(/\r\n?/g, '\n');
  return { text: words, end: rest.end, breaks: words.split('\n').length - 1 };
}

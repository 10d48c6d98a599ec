import { to4 } from '../../pipeline/lines/to4.ts';
import type { Alignment, Heard } from '../alignment.ts';

const COLUMNS = 'start,end,text,type,confidence,line,character';

/** Words and phones as a table with commas, in the order of their times; lines count from 1. */
export function writeTable({ words, phones, lines }: Alignment): string {
  const characters = new Map(lines.map(({ index, character }) => [index, character ?? '']));
  const row = (type: string) => (heard: Heard) => ({
    start: heard.start,
    cells: [
      to4(heard.start),
      to4(heard.end),
      heard.text,
      type,
      to4(heard.confidence),
      heard.line + 1,
      characters.get(heard.line),
    ],
  });
  const rows = [...words.map(row('word')), ...phones.map(row('phone'))].sort((a, b) => a.start - b.start);
  return `${[COLUMNS, ...rows.map(({ cells }) => csvRow(cells))].join('\r\n')}\r\n`;
}

/** Words as labels that Audacity imports: start, end and text between tabs. */
export const writeLabels = ({ words }: Alignment): string =>
  words
    .map(({ start, end, text }) => `${start.toFixed(6)}\t${end.toFixed(6)}\t${text.replace(/\s+/g, ' ')}\n`)
    .join('');

/** A row of a table; a text that a spreadsheet would take for a formula is marked as text. */
export const csvRow = (cells: readonly (string | number | undefined)[]): string =>
  cells.map(csvCell).join(',');

function csvCell(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row of a table in a text file: its cells, and the number of the line on which it begins, from 1. */
export interface DelimitedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Splits a text into rows and cells as spreadsheets write them: quoted cells may hold delimiters and line ends. */
export function delimitedRows(text: string, delimiter: string): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let [cells, cell, quoted, row, began]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  const endRow = (): void => {
    rows.push({ row: began, cells: [...cells, cell.trim()] });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') row++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (sign === delimiter) {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') {
      endRow();
      began = row;
    } else cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

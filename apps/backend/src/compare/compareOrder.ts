import { extname } from 'node:path';

/** What is compared, as a person asked for it; paths are whole. */
export interface CompareOrder {
  readonly source: string;
  readonly out: string;
  readonly report: string;
  readonly folder: string;
  /** Only these lines on the sheet; all when left out. */
  readonly lines?: ReadonlySet<number>;
  /** Whether no film of both is made. */
  readonly sheetOnly: boolean;
}

/** Where things are looked for and put when nobody says it: beside OUT, under its name with another ending. */
export const besideOut = (out: string, ending: string): Pick<CompareOrder, 'report' | 'folder'> => {
  const stem = out.slice(0, out.length - extname(out).length);
  return { report: `${stem}.json`, folder: `${stem}.${ending}` };
};

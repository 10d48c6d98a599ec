import type { Rate, TimeSpan } from '@mondwerk/film';
import type { Alignment } from './alignment.ts';
import type { WrittenFile } from './writeFiles.ts';
import type { ToldMouth } from './mouth/tellMouth.ts';
import type { Peaks } from './soundShape.ts';
import { drawPages } from './picture/drawPages.ts';
import { writeAss } from './files/writeAss.ts';
import { writeJson } from './files/writeJson.ts';
import { writeLabels, writeTable } from './files/writeTable.ts';
import { writeTextGrid } from './files/writeTextGrid.ts';

/** All that a file may tell of. What is costly is only found out when a file asks for it. */
export interface Told {
  readonly alignment: Alignment;
  readonly rate: Rate;
  /** The part of the voice that pictures show. */
  readonly shown: TimeSpan;
  readonly mouth: () => ToldMouth;
  readonly peaks: () => Promise<Peaks>;
}

/** A kind of file: how it is written under a name. */
export type Format = (told: Told, out: string) => Promise<WrittenFile[]> | WrittenFile[];

const text =
  (write: (alignment: Alignment) => string): Format =>
  ({ alignment }, path) => [{ path, content: write(alignment) }];

/** What `align` can write, by the end of a file's name. */
export const ALIGN_FORMATS: Readonly<Record<string, Format>> = {
  '.json': text(writeJson),
  '.TextGrid': text(writeTextGrid),
  '.ass': text(writeAss),
  '.csv': text(writeTable),
  '.txt': text(writeLabels),
  '.svg': drawPages,
};

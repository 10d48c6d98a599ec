import type { TimeSpan } from '@mondwerk/film';
import { RHYTHM_BAND } from './formats.ts';
import type { HeardMouth } from './heardMouth.ts';
import type { ToldMouth } from './mouth/tellMouth.ts';
import { drawnCues } from './mouth/rhubarb.ts';
import { drawPages } from './picture/drawPages.ts';
import { writeCueTable, writeMouthJson } from './files/writeMouth.ts';
import { writeRhubarbJson, writeRhubarbTable } from './files/writeRhubarb.ts';
import type { WrittenFile } from './writeFiles.ts';

/** All that a file of cues may tell of. */
export interface ToldCues extends HeardMouth {
  /** The part of the voice that pictures show. */
  readonly shown: TimeSpan;
  readonly mouth: () => Promise<ToldMouth>;
  /** Aborted when a person stops the run. */
  readonly signal: AbortSignal;
}

/** A kind of file: how it is written under a name. */
export type CueFormat = (told: ToldCues, out: string) => Promise<WrittenFile[]> | WrittenFile[];

const text =
  (write: (told: ToldCues) => string | Promise<string>): CueFormat =>
  async (told, path) => [{ path, content: await write(told) }];

const rhubarbTable = text(({ phones, alignment }) => writeRhubarbTable(drawnCues(phones, alignment.seconds)));

/** What `cues` can write, by the end of a file's name. */
export const CUE_FORMATS: Readonly<Record<string, CueFormat>> = {
  '.json': text(async ({ alignment, mouth, seen }) => writeMouthJson(alignment, await mouth(), seen)),
  '.csv': text(async ({ mouth }) => writeCueTable(await mouth())),
  '.tsv': rhubarbTable,
  '.detx': RHYTHM_BAND,
  '.svg': drawPages,
};

/** What `cues` can write with `--format rhubarb`. */
export const RHUBARB_FORMATS: Readonly<Record<string, CueFormat>> = {
  '.json': text(({ phones, alignment }) => writeRhubarbJson(drawnCues(phones, alignment.seconds), alignment)),
  '.tsv': rhubarbTable,
};

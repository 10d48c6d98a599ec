import type { Phone, TimeSpan } from '@mondwerk/film';
import { writeScript, type ScriptClock, type ScriptDocument, type ScriptFormat } from '@mondwerk/speech';
import type { Alignment } from './alignment.ts';
import type { WrittenFile } from './writeFiles.ts';
import type { ToldMouth } from './mouth/tellMouth.ts';
import type { Peaks } from './soundShape.ts';
import {
  withHeardTimes,
  withLipMarks,
  withWordTimes,
  type HeardOfScript,
  type ReadScript,
} from './heardScript.ts';
import { drawPages } from './picture/drawPages.ts';
import { writeAss } from './files/writeAss.ts';
import { writeJson } from './files/writeJson.ts';
import { writeLabels, writeTable } from './files/writeTable.ts';
import { writeTextGrid } from './files/writeTextGrid.ts';

/** All that a file may tell of. What is costly is only found out when a file asks for it. */
export interface Told {
  readonly alignment: Alignment;
  /** All that is said, ascending by its start; those of different lines may overlap. */
  readonly spoken: readonly Phone[];
  readonly script: ReadScript;
  /** How frames are counted. */
  readonly clock: ScriptClock;
  /** The part of the voice that pictures show. */
  readonly shown: TimeSpan;
  readonly mouth: () => Promise<ToldMouth>;
  readonly peaks: () => Promise<Peaks>;
  /** Aborted when a person stops the run. */
  readonly signal: AbortSignal;
}

/** A kind of file: how it is written under a name. */
export type Format = (told: Told, out: string) => Promise<WrittenFile[]> | WrittenFile[];

const text =
  (write: (alignment: Alignment) => string): Format =>
  ({ alignment }, path) => [{ path, content: write(alignment) }];

const script =
  (format: ScriptFormat, told: (script: ReadScript, heard: HeardOfScript) => ScriptDocument): Format =>
  ({ alignment, spoken, clock, script: read }, path) => [
    { path, content: writeScript(told(read, { alignment, spoken, clock }), format) },
  ];

/** A rhythm band: the lines as they were heard, with marks of what the lips do. */
export const RHYTHM_BAND = script('detx', withLipMarks);

/** What `align` can write, by the end of a file's name. */
export const ALIGN_FORMATS: Readonly<Record<string, Format>> = {
  '.json': text(writeJson),
  '.TextGrid': text(writeTextGrid),
  '.ass': text(writeAss),
  '.detx': RHYTHM_BAND,
  '.srt': script('srt', withHeardTimes),
  '.vtt': script('vtt', withWordTimes),
  '.ttml': script('ttml', withHeardTimes),
  '.csv': text(writeTable),
  '.txt': text(writeLabels),
  '.svg': drawPages,
};

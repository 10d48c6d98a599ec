import type { ScriptDocument } from './scriptDocument.ts';
import type { ScriptFormat } from './scriptFormat.ts';
import { writeCsv } from './writeCsv.ts';
import { writeDapt } from './writeDapt.ts';
import { writeDetx } from './writeDetx.ts';
import { writeSrt } from './writeSrt.ts';
import { writeTtml } from './writeTtml.ts';
import { writeVtt } from './writeVtt.ts';

const writers: Readonly<Record<ScriptFormat, (document: ScriptDocument) => string>> = {
  srt: writeSrt,
  vtt: writeVtt,
  ttml: writeTtml,
  dapt: writeDapt,
  detx: writeDetx,
  csv: writeCsv,
};

/** Writes a script; what the format cannot carry is left out (`whatIsLost` tells). */
export const writeScript = (document: ScriptDocument, format: ScriptFormat): string =>
  writers[format](document);

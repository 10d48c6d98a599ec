import type { MouthShape } from '@mondwerk/film';
import { to4 } from '../../pipeline/lines/to4.ts';
import type { Alignment } from '../alignment.ts';
import type { SeenLine } from '../mouth/seenLines.ts';
import type { ToldMouth } from '../mouth/tellMouth.ts';
import type { ToldCue } from '../mouth/toldCues.ts';
import { csvRow } from './writeTable.ts';

/** The version of the files that `cues` writes as JSON. */
const VERSION = 1;

/** What a voice asks of a mouth, as JSON; with what mouths of a film do meanwhile, where one was looked at. */
export function writeMouthJson(
  { voice, script, language, clock, seconds }: Alignment,
  { cues, wanted }: ToldMouth,
  seen: readonly SeenLine[] | null,
): string {
  const { rate, gap, width, jaw } = wanted;
  const head = {
    version: VERSION,
    voice,
    script,
    language,
    clock,
    seconds: to4(seconds),
    rate: `${rate.num}/${rate.den}`,
  };
  const numbers = (values: Float32Array): string => `[${Array.from(values, to4).join(',')}]`;
  return (
    `{\n${Object.entries(head)
      .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
      .join('')}` +
    `  "cues": ${rows(cues.map(cueOf))},\n` +
    `  "wanted": {\n    "unit": "distances between the outer corners of the eyes",\n` +
    `    "gap": ${numbers(gap)},\n    "width": ${numbers(width)},\n    "jaw": ${numbers(jaw)}\n  }` +
    `${seen === null ? '' : `,\n  "lines": ${rows(seen)}`}\n}\n`
  );
}

const rows = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;

const cueOf = ({ start, end, frames, shape, sound, word, confidence, line }: ToldCue): object => ({
  ...{ shape, start: to4(start), end: to4(end), frames: [frames.start, frames.end] },
  ...{ sound, word, confidence: to4(confidence), line: line < 0 ? null : line },
});

const CUE_COLUMNS = 'shape,start,end,first_frame,last_frame,sound,word,confidence,line';

/** The shapes that a mouth must reach as a table with commas; lines count from 1. */
export const writeCueTable = ({ cues }: ToldMouth): string =>
  `${[CUE_COLUMNS, ...cues.map(cueRow)].join('\r\n')}\r\n`;

const cueRow = ({ shape, start, end, frames, sound, word, confidence, line }: ToldCue): string =>
  csvRow([
    ...[shape satisfies MouthShape, to4(start), to4(end), frames.start, frames.end - 1],
    ...[sound, word, to4(confidence), line < 0 ? '' : line + 1],
  ]);

import { basename } from 'node:path';
import { FROM_NOUGHT, parseTimecodeStart, Refusal } from '@mondwerk/film';
import {
  FORMAT_ENDINGS,
  FORMAT_NAMES,
  formatOfName,
  readRate,
  readScriptDocument,
  requireTimes,
  SCRIPT_FORMATS,
  TIMED_FORMATS,
  whatIsLost,
  writeScript,
  type ScriptDocument,
  type ScriptFormat,
  type ScriptReading,
} from '@mondwerk/speech';
import { checkOuts, listed } from '../alignment/outFiles.ts';
import { writeWhole } from '../pipeline/atomicFile.ts';

/** A script that is to be written in another format. */
export interface ConvertOrder {
  readonly from: string;
  readonly to: string;
  readonly language?: string;
  /** Frames a second, as people write it. */
  readonly rate?: string;
  /** The timecode of the film's first frame. */
  readonly fromStart?: string;
}

/**
 * Writes a script in the format that the new name asks for. Returns what a person is told: what was decided when it was
 * read, and what the format cannot carry. @throws Refusal as `readScriptDocument`, `requireTimes` and
 * `checkOuts`, `rate`.
 */
export async function convertScript(order: ConvertOrder): Promise<string[]> {
  const { from, to } = order;
  const format = formatFor(to);
  await checkOuts([to], [from], [/\.[^.]+$/.exec(to)![0]]);
  const document = await readScriptDocument(from, readingOf(order));
  const named = asAsked(document, order);
  requireTimes(named, format, basename(from));
  await writeWhole(to, writeScript(named, format));
  const lost = whatIsLost(named, format);
  const count = named.lines.filter(
    ({ span }) => span !== undefined || !TIMED_FORMATS.includes(format),
  ).length;
  return [
    ...document.remarks,
    ...(lost.length > 0
      ? [`Left out, since ${FORMAT_NAMES[format]} cannot carry it: ${lost.join('; ')}.`]
      : []),
    `${basename(to)}: ${count} ${count === 1 ? 'line' : 'lines'} as ${FORMAT_NAMES[format]}.`,
  ];
}

/** What a person says of a script that says nothing of it stands in the new one. */
function asAsked(document: ScriptDocument, order: ConvertOrder): ScriptDocument {
  const { language, rate, start = '0' } = readingOf(order);
  return {
    ...document,
    ...(language !== undefined && { language }),
    ...(rate !== undefined &&
      document.clock === undefined && {
        clock: { rate, start: parseTimecodeStart(start, rate) ?? FROM_NOUGHT },
      }),
  };
}

function formatFor(to: string): ScriptFormat {
  const format = formatOfName(to);
  if (format !== undefined) return format;
  const endings = listed(SCRIPT_FORMATS.map((one) => FORMAT_ENDINGS[one]));
  throw new Refusal(
    'out-format',
    `${basename(to)} does not tell the format of a script: end it in ${endings}.`,
  );
}

function readingOf({ language, rate: written, fromStart }: ConvertOrder): ScriptReading {
  const rate = written === undefined ? undefined : readRate(written);
  if (written !== undefined && rate === undefined) {
    throw new Refusal('rate', `--rate ${written} is no frame rate: write 25, 23.976 or 30000/1001.`);
  }
  return {
    ...(language === undefined ? {} : { language }),
    ...(rate === undefined ? {} : { rate }),
    ...(fromStart === undefined ? {} : { start: fromStart }),
  };
}

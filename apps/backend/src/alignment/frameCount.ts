import { FROM_NOUGHT, parseTimecodeStart, rate, Refusal, type Rate } from '@mondwerk/film';
import { readRate, type ScriptClock, type ScriptDocument, type ScriptReading } from '@mondwerk/speech';

/** How frames are counted, as a person wrote it. */
export interface WrittenCount {
  /** Frames a second. */
  readonly rate?: string;
  /** The timecode of the first frame. */
  readonly start?: string;
}

/** How frames are counted where nobody says so. */
const USUAL = rate(25);

/** Reads how frames are counted, for a script that does not say it. @throws Refusal `rate-unreadable`, `start-unreadable` */
export function readCount({ rate: written, start }: WrittenCount): Pick<ScriptReading, 'rate' | 'start'> {
  const read = written === undefined ? undefined : readRate(written);
  if (written !== undefined && read === undefined) {
    const sentence = `--rate ${written} is not a number of frames a second: write 24, 25, 23.976, 29.97 or 30000/1001.`;
    throw new Refusal('rate-unreadable', sentence);
  }
  if (start !== undefined) readStart(start, read ?? USUAL);
  return { ...(read !== undefined && { rate: read }), ...(start !== undefined && { start }) };
}

/** How frames are counted in what is written: as a person said, else as the script or the film does, else 25 a second. */
export function clockFor(
  { clock }: Pick<ScriptDocument, 'clock'>,
  { rate: asked, start }: ReturnType<typeof readCount>,
  film: ScriptClock | undefined,
): ScriptClock {
  const said = clock ?? film;
  const own = asked ?? said?.rate ?? USUAL;
  return { rate: own, start: start === undefined ? (said?.start ?? FROM_NOUGHT) : readStart(start, own) };
}

function readStart(start: string, own: Rate): ScriptClock['start'] {
  const read = parseTimecodeStart(start, own);
  if (read !== undefined) return read;
  const sentence = `--start ${start} is not a timecode: write that of the first frame, such as 01:00:00:00.`;
  throw new Refusal('start-unreadable', sentence);
}

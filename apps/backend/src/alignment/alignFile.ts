import { parseTimecode, Refusal, type Rate, type TimeSpan } from '@mondwerk/film';
import type { Alignment } from './alignment.ts';
import { alignSound, type AlignOrder, type AlignTools } from './alignSound.ts';
import { ALIGN_FORMATS } from './formats.ts';
import { tellMouth } from './mouth/tellMouth.ts';
import { checkOuts } from './outFiles.ts';
import { sayAlignment } from './sayAlignment.ts';
import { layPeaks, shapeOfSound } from './soundShape.ts';
import { writeFiles } from './writeFiles.ts';

/** What a person asked `align` for. */
export interface AlignFileOrder extends AlignOrder {
  readonly outs: readonly string[];
  /** Frames a second, for what counts frames. */
  readonly rate: Rate;
  /** The part that pictures show, as it was written. */
  readonly from?: string;
  readonly to?: string;
}

/** Aligns a voice with its script and writes what was found. Returns what a person wants to know at the end. */
export async function alignFile(order: AlignFileOrder, tools: AlignTools): Promise<string> {
  const { voice, script, outs, rate } = order;
  await checkOuts(outs, [voice, script], Object.keys(ALIGN_FORMATS));
  const asked = readPart(order);
  const aligned = await alignSound(order, tools);
  const { alignment, phones, conforming } = aligned;
  const { seconds, clock } = alignment;
  const told = {
    ...{ alignment, rate, shown: partOf(asked, alignment) },
    mouth: () => tellMouth(phones, { rate, seconds }),
    peaks: async () => {
      const peaks = await shapeOfSound(voice, tools.signal);
      return clock === 'voice' || conforming === null ? peaks : layPeaks(peaks, conforming.pieces, seconds);
    },
  };
  return sayAlignment(aligned, await writeFiles(told, outs, ALIGN_FORMATS));
}

interface AskedPart {
  readonly start: number;
  readonly end: number;
}

/** @throws Refusal for what is no time, and for a part that ends before it begins. */
function readPart({ from = '0', to, rate }: AlignFileOrder): AskedPart {
  const part = {
    start: readTime('--from', from, rate),
    end: to === undefined ? Infinity : readTime('--to', to, rate),
  };
  if (part.end > part.start) return part;
  throw new Refusal('stretch-empty', `--from ${from} is not before --to ${to}: nothing lies between them.`);
}

/** @throws Refusal for a part that begins after the voice ends. */
function partOf({ start, end }: AskedPart, { voice, seconds }: Alignment): TimeSpan {
  if (start < seconds) return { start, end: Math.min(end, seconds) };
  const sentence = `--from lies after the end of ${voice}, which lasts ${seconds.toFixed(1)} s.`;
  throw new Refusal('timecode-outside', sentence);
}

function readTime(option: string, text: string, rate: Rate): number {
  const seconds = parseTimecode(text, rate);
  if (seconds !== undefined) return seconds;
  const sentence = `${option} ${text} is not a time: write 00:01:20:12, 1:20.5 or plain seconds.`;
  throw new Refusal('timecode-unreadable', sentence);
}

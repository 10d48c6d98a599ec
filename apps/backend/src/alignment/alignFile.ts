import type { Rate } from '@mondwerk/film';
import { alignSound, type AlignOrder, type AlignTools } from './alignSound.ts';
import { ALIGN_FORMATS } from './formats.ts';
import { tellMouth } from './mouth/tellMouth.ts';
import { checkOuts } from './outFiles.ts';
import { partOf, readPart } from './shownPart.ts';
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
  const asked = readPart(order, rate);
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

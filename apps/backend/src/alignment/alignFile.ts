import { alignSound, type AlignOrder, type AlignTools } from './alignSound.ts';
import { ALIGN_FORMATS } from './formats.ts';
import { clockFor, readCount, type WrittenCount } from './frameCount.ts';
import { countOfFilm } from './openVoice.ts';
import { mouthOnce } from './mouth/mouthOnce.ts';
import { checkOuts } from './outFiles.ts';
import { partOf, readPart } from './shownPart.ts';
import { sayAlignment } from './sayAlignment.ts';
import { layPeaks, shapeOfSound } from './soundShape.ts';
import { writeFiles } from './writeFiles.ts';

/** What a person asked `align` for. */
export interface AlignFileOrder extends Omit<AlignOrder, 'count'>, WrittenCount {
  readonly outs: readonly string[];
  /** The part that pictures show, as it was written. */
  readonly from?: string;
  readonly to?: string;
}

/** Aligns a voice with its script and writes what was found. Returns what a person wants to know at the end. */
export async function alignFile(order: AlignFileOrder, tools: AlignTools): Promise<string> {
  const { voice, script, lexicon, outs } = order;
  await checkOuts(
    outs,
    [voice, script, lexicon].filter((path) => path !== undefined),
    Object.keys(ALIGN_FORMATS),
  );
  const count = readCount(order);
  const asked = readPart(order, count.rate);
  const aligned = await alignSound({ ...order, count }, tools);
  const { alignment, voice: heard, spoken, phones, conforming, script: read } = aligned;
  const { seconds } = alignment;
  const clock = clockFor(read.document, count, countOfFilm(heard));
  const told = {
    ...{ alignment, spoken, clock, script: read, shown: partOf(asked, alignment) },
    mouth: mouthOnce({ alignment, phones, clock }, tools),
    signal: tools.signal,
    peaks: async () => {
      const peaks = await shapeOfSound(heard.film ?? voice, tools.signal);
      return alignment.clock === 'voice' || conforming === null
        ? peaks
        : layPeaks(peaks, conforming.pieces, seconds);
    },
  };
  return sayAlignment(aligned, await writeFiles(told, outs, ALIGN_FORMATS));
}

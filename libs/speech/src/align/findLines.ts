import type { TimeSpan } from '@mondwerk/film';
import { adaptModel } from './adaptModel.ts';
import { FRAME_SECONDS } from './cepstra.ts';
import { typicalGap } from './lineGaps.ts';
import { planStretches } from './planStretches.ts';
import { Scorer } from './scorer.ts';
import type { SoundFeatures } from './soundFeatures.ts';
import { firstModel, type SoundModel } from './soundModel.ts';
import { walkStretches, type Search, type WalkedStretch, type WordsOfLines } from './walkStretches.ts';

/** The lines as they were found in a sound, and what was learned of its voices meanwhile. */
export interface FoundLines {
  readonly walked: readonly WalkedStretch[];
  readonly model: SoundModel;
  readonly scorer: Scorer;
}

/** A look at the whole sound. */
interface Look {
  /** Whether lines without times are looked for everywhere, or only near the place where the last look found them. */
  readonly everywhere: boolean;
  /** How firmly what is learned then holds on to the prior: less and less. */
  readonly means: number;
  readonly variances: number;
}

const looks: readonly Look[] = [
  { everywhere: true, means: 60, variances: 120 },
  { everywhere: true, means: 30, variances: 60 },
  { everywhere: false, means: 20, variances: 40 },
  { everywhere: false, means: 12, variances: 30 },
  { everywhere: false, means: 12, variances: 30 },
  { everywhere: false, means: 12, variances: 30 },
];

/** A look everywhere must be able to come back from a page that nobody wrote down, so its beam is wide. */
const wide: Search = { leavingOut: 200, beam: 1500 };
const narrow: Search = { leavingOut: 60, beam: 600 };

/** Nats by which a frame of speech in no line is dearer than the best sound: at first, and then beyond the typical line. */
const [firstStrangeness, strangeness] = [10, 4];

/** Finds lines by their words, learning from every look; lines that are not in the sound are left out. */
export function findLines(
  heard: SoundFeatures,
  words: WordsOfLines,
  scripted: readonly (TimeSpan | undefined)[],
): FoundLines {
  const ipas = words.flat(3).map(({ ipa }) => ipa);
  const first = firstModel(ipas, heard);
  let [model, scorer] = [first, new Scorer(heard, first, firstStrangeness)];
  let spans = scripted;
  for (const look of looks) {
    const [places, search] = look.everywhere ? [scripted, wide] : [spans, narrow];
    const walked = walkStretches(planStretches(places, heard.frames), words, scorer, model, search);
    spans = nearFound(scripted, walked);
    model = adaptModel(first, heard, walked, look);
    scorer = new Scorer(heard, model, strangeness + typicalGap(walked, scorer));
  }
  const walked = walkStretches(planStretches(spans, heard.frames), words, scorer, model, narrow);
  return { walked, model, scorer };
}

/** Once a line without times has been found, it is looked for near that place only. */
function nearFound(
  scripted: readonly (TimeSpan | undefined)[],
  walked: readonly WalkedStretch[],
): (TimeSpan | undefined)[] {
  const found: (TimeSpan | undefined)[] = scripted.map(() => undefined);
  for (const { lattice, path, from } of walked) {
    path.forEach((state, at) => {
      const place = lattice.phone[state];
      if (place < 0) return;
      const { line } = lattice.phones[place];
      const end = (from + at + 1) * FRAME_SECONDS;
      found[line] = { start: found[line]?.start ?? end - FRAME_SECONDS, end };
    });
  }
  return scripted.map((span, line) => span ?? found[line]);
}

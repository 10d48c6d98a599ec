import type { FrameSpan, MouthShape } from '@mondwerk/film';
import { NOTICED_GAP } from '../lipChecks.ts';
import type { MismatchReason } from './lineCodes.ts';

/** A mouth as it is seen from in front, in eye distances. */
export interface MouthForm {
  /** How far the lips stand apart. */
  readonly aperture: number;
  /** From corner to corner. */
  readonly width: number;
}

/** The old mouth in one frame. */
export interface SeenForm extends MouthForm {
  /** From one outer corner of the eyes to the other, in heights of the picture. */
  readonly size: number;
}

/** A mouth that says a line in a shot, the old one beside what is wanted, frame by frame; places count from the first. */
export interface ComparedMouth {
  /** `null` where it was not seen or cannot be trusted. */
  readonly seen: readonly (SeenForm | null)[];
  readonly wanted: readonly MouthForm[];
  /** The frames of the line: before and after them the mouth is known too, to see whether it is early or late. */
  readonly line: FrameSpan;
  /** The shapes that must be reached, and where. */
  readonly firm: readonly { readonly shape: MouthShape; readonly frames: FrameSpan }[];
  /** How far this mouth usually opens, and how wide it is at rest, in eye distances. */
  readonly range: number;
  readonly restWidth: number;
}

/** What is the same for all mouths of a film. */
export interface Pace {
  /** Frames by which a mouth may be early or late before anybody notices. */
  readonly unnoticed: number;
  /** Frames by which it may be so at most that it can be said that it is. */
  readonly farthest: number;
}

/** How visibly an old mouth says something else than a new line. */
export interface Mismatch {
  readonly score: number;
  readonly reason: MismatchReason;
}

/** Viewers notice sound that is this many seconds early (ITU-R BT.1359), editors two frames (Netflix). */
const NOTICED_EARLY = 0.045;

/** A mouth that is off by more than this, in seconds, says something else. */
const FARTHEST_OFF = 0.32;

/** How early and late counts at so many frames a second. */
export const paceOf = (perSecond: number): Pace => ({
  unnoticed: Math.max(1, Math.floor(NOTICED_EARLY * perSecond)),
  farthest: Math.round(FARTHEST_OFF * perSecond),
});

/** An opening that is off by this share of what is usual for the mouth is all wrong. */
const ALL_WRONG = 1 / 3;

/** A mouth that is wider than a round sound needs by this share of its width at rest is seen not to be round. */
const NOT_ROUND = 0.06;

/** How wrong a mouth is that is open as it should be and not round. */
const ROUNDNESS_COUNTS = 0.5;

/** Lips that a mark wants apart are seen apart from this gap on, in eye distances. */
const SEEN_APART = 0.03;

/** A face of this size or larger counts in full: about a head and shoulders. In heights of the picture. */
const FULL_SIZE = 0.08;

/** Under this score nothing is worth naming (all of GRID's own lines are, of others 1 in 20: decision 0018). */
const SLIGHT = 0.15;

/** Lips that do not meet are seen on a face that counts for so much. */
const LARGE_ENOUGH = 0.5;

/**
 * How visibly old mouths say something else than a line: the mean, over all its frames, of how wrong they are (0 where no
 * eye notices, also because it is so a moment later; 1 from a third of the mouth's usual opening on, and where lips that
 * must meet do not; half where lips are not round), times how large the face is. `unseen` are the frames of the line
 * without a mouth; `null` when none can be compared. A line whose lips do not meet never fits.
 */
export function mismatchOf(mouths: readonly ComparedMouth[], unseen: number, pace: Pace): Mismatch | null {
  if (!mouths.some(({ seen, line }) => seen.slice(line.start, line.end).some((form) => form !== null))) {
    return null;
  }
  const now = judgeAll(mouths, unseen, pace, 0);
  if (now.fits) return { score: now.score, reason: 'fits' };
  for (let off = pace.unnoticed + 1; off <= pace.farthest; off++) {
    const [late, early] = [off, -off].map((by) => judgeAll(mouths, unseen, pace, by));
    const isKnown = ({ compared }: typeof now): boolean => compared >= MOSTLY * now.compared;
    if (late.fits && isKnown(late)) return { score: now.score, reason: 'too-late' };
    if (early.fits && isKnown(early)) return { score: now.score, reason: 'too-early' };
  }
  return { score: now.score, reason: now.reason };
}

/** An earlier or later mouth is known where this share of the frames is seen in which the present one is. */
const MOSTLY = 0.95;

type Wrong = Exclude<MismatchReason, 'fits' | 'too-early' | 'too-late'>;

interface Cost {
  readonly cost: number;
  readonly reason: Wrong;
}

/** What is wrong with mouths whose pictures are so many frames late. */
function judgeAll(mouths: readonly ComparedMouth[], unseen: number, { unnoticed }: Pace, late: number) {
  const sums: Record<Wrong, number> = { 'lips-open': 0, 'not-round': 0, 'too-closed': 0, 'too-open': 0 };
  let [frames, apart, compared] = [unseen, 0, 0];
  for (const mouth of mouths) {
    const costs = costsOf(mouth, unnoticed, late);
    frames += costs.length;
    compared += mouth.seen
      .slice(Math.max(0, mouth.line.start + late), Math.max(0, mouth.line.end + late))
      .filter((form) => form !== null).length;
    apart += costs.filter(({ cost, reason }) => reason === 'lips-open' && cost >= LARGE_ENOUGH).length;
    for (const { cost, reason } of costs) sums[reason] += cost;
  }
  const score = Object.values(sums).reduce((sum, each) => sum + each, 0) / Math.max(1, frames);
  const [[most]] = Object.entries(sums).sort((a, b) => b[1] - a[1]);
  return { score, compared, reason: most as Wrong, fits: score < SLIGHT && apart === 0 };
}

function costsOf(mouth: ComparedMouth, unnoticed: number, late: number): Cost[] {
  const { line, seen, firm } = mouth;
  const costs = Array.from({ length: line.end - line.start }, (_, at) =>
    weighed(openingCost(mouth, line.start + at, unnoticed, late), seen[line.start + at + late]),
  );
  for (const { shape, frames } of firm) {
    const wrong = shapeCost(mouth, shape, frames, unnoticed, late);
    if (wrong === null) continue;
    for (let at = frames.start; at < frames.end; at++) {
      const place = at - line.start;
      const cost = weighed(wrong, seen[at + late]);
      if (costs[place] !== undefined && cost.cost >= costs[place].cost) costs[place] = cost;
    }
  }
  return costs;
}

const weighed = ({ cost, reason }: Cost, form: SeenForm | null | undefined): Cost => ({
  cost: form ? cost * Math.min(1, form.size / FULL_SIZE) : 0,
  reason,
});

/** How wrong the opening is; what comes or came within the unnoticed time counts as if it were there. */
function openingCost(
  { seen, wanted, range }: ComparedMouth,
  at: number,
  unnoticed: number,
  late: number,
): Cost {
  const form = seen[at + late];
  if (!form) return { cost: 0, reason: 'too-closed' };
  const near = (forms: readonly (MouthForm | null)[], middle: number): number[] =>
    forms
      .slice(Math.max(0, middle - unnoticed), middle + unnoticed + 1)
      .flatMap((each) => each?.aperture ?? []);
  const off = Math.max(
    distance(form.aperture, near(wanted, at)),
    distance(wanted[at].aperture, near(seen, at + late)),
  );
  const allWrong = Math.max(2 * NOTICED_GAP, ALL_WRONG * range);
  const cost = Math.min(1, Math.max(0, (off - NOTICED_GAP) / (allWrong - NOTICED_GAP)));
  return { cost, reason: form.aperture < wanted[at].aperture ? 'too-closed' : 'too-open' };
}

/** How far a value lies outside of some others. */
const distance = (value: number, others: readonly number[]): number =>
  Math.max(0, Math.min(...others) - value, value - Math.max(...others));

/** How wrong it is that a shape is not reached, by and by; `null` where it is, or where nothing is seen. */
function shapeCost(
  { seen, wanted, restWidth }: ComparedMouth,
  shape: MouthShape,
  { start, end }: FrameSpan,
  unnoticed: number,
  late: number,
): Cost | null {
  const forms = seen
    .slice(Math.max(0, start + late - unnoticed), Math.max(0, end + late + unnoticed))
    .filter((form) => form !== null);
  const asked = wanted.slice(Math.max(0, start), end);
  if (forms.length === 0 || asked.length === 0) return null;
  const least = (of: readonly MouthForm[], side: keyof MouthForm): number =>
    Math.min(...of.map((form) => form[side]));
  if (shape === 'closed' || shape === 'lip-to-teeth') {
    const gap = least(forms, 'aperture') - least(asked, 'aperture');
    return gap > NOTICED_GAP ? { cost: 1, reason: 'lips-open' } : null;
  }
  if (shape === 'rounded') {
    const excess = least(forms, 'width') - least(asked, 'width');
    return excess > NOT_ROUND * restWidth ? { cost: ROUNDNESS_COUNTS, reason: 'not-round' } : null;
  }
  const apart = Math.max(...forms.map(({ aperture }) => aperture));
  return shape === 'open' && apart < SEEN_APART ? { cost: 1, reason: 'too-closed' } : null;
}

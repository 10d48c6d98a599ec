import { contains, overlaps, perSecond, type FrameSpan } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { CheckedOrder } from './checkedOrder.ts';
import type { PlannedDub } from './dubSteps.ts';
import type { LineSettings } from './lineSettings.ts';
import type { Run } from './run.ts';
import { shapeShot, type Shaping } from './shapeShot.ts';
import { loudnessOf } from './stages/cueMouths.ts';
import { learnMotionOnce } from './stages/learnMotion.ts';
import { plannersOf, planShot } from './stages/planLines.ts';

/** A line that somebody wants to see with other settings, in the shots in which it is said. */
export interface DraftWish {
  readonly line: number;
  readonly shots: readonly number[];
  readonly settings: LineSettings;
}

/** What happens to the mouths while a line is said. */
export interface DraftPlan {
  /** The frames that are shown. */
  readonly frames: FrameSpan;
  /** Those in which the line is heard. */
  readonly line: FrameSpan;
  readonly mouths: readonly PlannedMouth[];
}

/** So many seconds are shown before and after a line. */
const CONTEXT = 0.3;

/** The mouths that say it are planned this many seconds further, so that nothing begins at the edge of the picture. */
const MARGIN = 0.5;

/**
 * Plans one line anew with other settings; mouths that say other lines do what was planned. `undefined` when the line
 * is not heard in these shots.
 */
export async function planDraft(
  run: Run,
  order: CheckedOrder,
  dub: PlannedDub,
  wish: DraftWish,
): Promise<DraftPlan | undefined> {
  const rate = perSecond(order.film.rate);
  const span = spanOf(dub, wish);
  if (span === undefined) return undefined;
  const frames = within(dub, wish, span, Math.ceil((CONTEXT + Math.abs(wish.settings.offset)) * rate));
  const planned = within(dub, wish, frames, Math.ceil(MARGIN * rate));
  const { phones } = dub.speech.value;
  const motions = await learnMotionOnce(run, order, dub);
  const shaping: Shaping = {
    ...{ film: order.film, lines: order.script.lines, strengths: order.strengths, phones },
    ...{ atlases: dub.atlases.value, motions: motions.value, loudness: loudnessOf(dub) },
    lineSettings: [
      ...order.lineSettings.filter(({ line }) => line !== wish.line),
      { ...wish.settings, line: wish.line },
    ],
  };
  const planners = plannersOf(dub.atlases.value, rate);
  const mouths: PlannedMouth[] = [];
  for (const shot of wish.shots) {
    const own = dub.dubbed.filter(
      ({ shot: { index }, lines, span: seen }) =>
        index === shot && lines.includes(wish.line) && overlaps(seen, planned),
    );
    const asked = await planShot(shapeShot(own, shaping, planned), planners, run.signal);
    const usual = ((await dub.plan.value.read(shot)) ?? []).filter(
      ({ track }) => !own.some((each) => each.track === track),
    );
    mouths.push(...[...usual, ...asked].filter(({ frame }) => contains(frames, frame)));
  }
  return { frames, line: span, mouths };
}

/** From the first frame in which it is heard in these shots to the last. */
function spanOf(dub: PlannedDub, { line, shots }: DraftWish): FrameSpan | undefined {
  const heard = dub.cast.value.spoken.filter((each) => each.line === line && shots.includes(each.shot));
  if (heard.length === 0) return undefined;
  return {
    start: Math.min(...heard.map(({ frames }) => frames.start)),
    end: Math.max(...heard.map(({ frames }) => frames.end)),
  };
}

/** A span with more on either side, as far as its shots go. */
function within(dub: PlannedDub, { shots }: DraftWish, { start, end }: FrameSpan, more: number): FrameSpan {
  const own = dub.faces.value.shots.filter(({ index }) => shots.includes(index));
  return {
    start: Math.max(start - more, Math.min(...own.map(({ frames }) => frames.start))),
    end: Math.min(end + more, Math.max(...own.map(({ frames }) => frames.end))),
  };
}

import { contains, lengthOf, type FrameSpan } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { Film } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { fingerprintValue } from '../fingerprint.ts';
import type { Run } from '../run.ts';
import type { SteadyShots } from '../steadyShots.ts';
import { areGathered, gatherSourcesOnce, neededFrames, type Needs, type Sources } from './gatherSources.ts';

/** A plan, by its key, and the faces of all its sources. */
export interface PlanToGather extends Omit<Needs, 'open'> {
  readonly plan: readonly PlannedMouth[];
  readonly steady: SteadyShots;
  /** What decides where the faces lie in their frames. */
  readonly faces: unknown;
  /** Other films in which sources may lie, by their numbers. */
  readonly footage?: ReadonlyMap<number, Film>;
}

/**
 * The cut-outs that some spans of a plan need. Those of the whole plan are taken where they are there, or needed anyway;
 * where only a few spans are rendered anew, only theirs are cut out.
 */
export async function sourcesFor(
  run: Run,
  checked: CheckedFilm,
  { key, stretch, plan, faces, ...seen }: PlanToGather,
  spans: readonly FrameSpan[],
): Promise<Sources> {
  const whole = { key, stretch, open: async () => ({ plan: [plan], ...seen }) };
  const wanted = spans.reduce((sum, span) => sum + lengthOf(span), 0);
  if (wanted === lengthOf(stretch) || (await areGathered(run, checked, whole))) {
    return (await gatherSourcesOnce(run, checked, whole)).value;
  }
  const own = plan.filter(({ frame }) => spans.some((span) => contains(span, frame)));
  const needed = [...(await neededFrames([own], stretch))].map(([film, frames]) => [film, [...frames]]);
  const part = {
    ...{ key: fingerprintValue([faces, needed]), stretch },
    open: async () => ({ plan: [own], ...seen }),
  };
  return (await gatherSourcesOnce(run, checked, part)).value;
}

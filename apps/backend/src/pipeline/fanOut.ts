import type { OrderOf } from './orders.ts';
import type { OutcomeOf } from './outcomes.ts';
import { SENTENCES, type Act, type Stage, type StageName, type StageOf } from './stages.ts';

/** What the stages of a run have told so far, of those that work through the run as a whole. */
export type OutcomesSoFar = { readonly [S in StageName]?: OutcomeOf[S] };

/** Where the shots of a stage that works shot by shot are told. */
const shotsFor: Readonly<Record<string, (order: never, outcomes: OutcomesSoFar) => readonly number[]>> = {
  trackFaces: (_: OrderOf['analyse'], { cutShots }) => cutShots?.shots.map(({ shot }) => shot) ?? [],
  renderMouths: ({ shots }: OrderOf['render']) => shots.map(({ shot }) => shot),
  renderFaces: ({ shots }: OrderOf['replace']) => shots.map(({ shot }) => shot),
};

/** The shots that a stage works through once those before it have ended; `[null]` where it does not go by shots. */
export function shotsOf<A extends Act>(
  act: A,
  stage: StageOf<A>,
  order: OrderOf[A],
  outcomes: OutcomesSoFar,
): readonly (number | null)[] {
  const sentence: Readonly<Record<string, Stage>> = SENTENCES[act];
  if (sentence[stage].each === 'run') return [null];
  return shotsFor[stage](order as never, outcomes);
}

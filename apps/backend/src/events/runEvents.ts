import type { RunState } from '../queue/jobStates.ts';
import type { Follower, Followers } from '../queue/recorders.ts';
import type { RunRow } from '../queue/tables.ts';
import { SENTENCES, type Act } from '../pipeline/stages.ts';
import { emit } from './emit.ts';
import type { EventKind } from './eventKinds.ts';

const KINDS: Readonly<Record<RunState, EventKind>> = {
  running: 'run.started',
  paused: 'run.paused',
  done: 'run.done',
  failed: 'run.failed',
  'failed-in-part': 'run.failed',
  cancelled: 'run.cancelled',
};

const DELIVERED: { readonly [S in RunState]?: EventKind } = {
  done: 'delivery.ready',
  failed: 'delivery.failed',
  'failed-in-part': 'delivery.failed',
};

/** Lets every new state of a run be told, after its noun has followed it. */
export function tellingRuns(followers: Followers): Followers {
  const telling =
    (act: Act): Follower =>
    async (tx, run) => {
      await followers[act]?.(tx, run);
      const { id, organisation, title, dub, state, reason, delivery } = run;
      const about = { organisation, title, dub };
      await emit(tx, { ...about, kind: KINDS[state], thing: id, data: { act, state, reason } });
      const told = deliveryTold(run);
      if (told && delivery !== null)
        await emit(tx, { ...about, kind: told, thing: delivery, data: { reason } });
    };
  const acts = Object.keys(SENTENCES) as Act[];
  return Object.fromEntries(acts.map((act) => [act, telling(act)]));
}

const deliveryTold = ({ act, state }: RunRow): EventKind | undefined =>
  act === 'deliver' ? DELIVERED[state] : undefined;

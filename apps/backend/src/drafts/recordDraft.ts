import type { EntityManager } from 'typeorm';
import { emit } from '../events/emit.ts';
import type { EventKind } from '../events/eventKinds.ts';
import type { RunState } from '../queue/jobStates.ts';
import type { Follower, Recorder } from '../queue/recorders.ts';
import type { RunRow } from '../queue/tables.ts';
import { Drafts, type DraftState } from './tables.ts';

/** Keeps what was made. */
export const recordDraft: Recorder<'draftLine'> = async (tx, { id }, _shot, result) => {
  await tx.update(Drafts, { run: id }, { result });
};

/** Where a draft is while its run is somewhere. */
const STATES: Readonly<Record<RunState, DraftState>> = {
  running: 'making',
  paused: 'making',
  done: 'ready',
  failed: 'failed',
  'failed-in-part': 'failed',
  cancelled: 'cancelled',
};

const TOLD: { readonly [S in DraftState]?: EventKind } = { ready: 'draft.ready', failed: 'draft.failed' };

/** Keeps a draft where its run is, and tells when it can be looked at. */
export const followDraft: Follower = async (tx, run) => {
  const state = STATES[run.state];
  await tx.update(Drafts, { run: run.id }, { state });
  const kind = TOLD[state];
  if (kind !== undefined) await tell(tx, run, kind);
};

async function tell(tx: EntityManager, run: RunRow, kind: EventKind): Promise<void> {
  const draft = await tx.findOneBy(Drafts, { run: run.id });
  if (draft === null) return;
  const { organisation, title, dub, reason } = run;
  await emit(tx, { organisation, kind, thing: draft.id, title, dub, data: { line: draft.line, reason } });
}

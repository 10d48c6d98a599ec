import type { Follower, Recorder } from '../queue/recorders.ts';
import type { RunState } from '../queue/jobStates.ts';
import { Deliveries, type DeliveryState } from './tables.ts';

/** Notes what is in a delivery, once it is sealed. */
export const recordSealed: Recorder<'seal'> = async (tx, { delivery }, _shot, { files }) => {
  if (delivery === null) return;
  await tx.update(Deliveries, delivery, {
    files: files.map(({ name, key, bytes, sha256 }) => ({ name, key, bytes, sha256 })),
  });
};

/** Where a delivery is while its run is somewhere. */
const STATES: Readonly<Record<RunState, DeliveryState>> = {
  running: 'making',
  paused: 'making',
  done: 'ready',
  failed: 'failed',
  'failed-in-part': 'failed',
  cancelled: 'cancelled',
};

/** Keeps a delivery where its run is. */
export const followDelivery: Follower = async (tx, { id, delivery, state, reason }) => {
  if (delivery === null) return;
  const failed = STATES[state] === 'failed' || STATES[state] === 'cancelled';
  await tx.update(Deliveries, delivery, { run: id, state: STATES[state], problem: failed ? reason : null });
};

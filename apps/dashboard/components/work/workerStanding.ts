import type { Worker } from '#lib/api/workers.ts';

/** How a worker stands. `silent` has not been heard of for longer than workers keep quiet. */
export type WorkerStanding = 'working' | 'idle' | 'silent' | 'ended';

/** Workers say that they are there every few seconds. */
const SILENT_MS = 30_000;

/** How a worker stands at a moment, in milliseconds since 1970. */
export function workerStanding(
  { busy, seenAt, endedAt }: Pick<Worker, 'busy' | 'seenAt' | 'endedAt'>,
  now: number,
): WorkerStanding {
  if (endedAt !== null) return 'ended';
  if (now - Date.parse(seenAt) > SILENT_MS) return 'silent';
  return busy > 0 ? 'working' : 'idle';
}

import type { Act, StageName } from '../pipeline/stages.ts';
import type { JobState, RunState } from './jobStates.ts';
import type { Sql } from './rows.ts';

/** The channel on which the database tells every process what is going on. */
export const EVENTS = 'mondwerk_events';

/** A run has come into another state. */
export interface RunEvent {
  readonly kind: 'run';
  readonly organisation: string;
  readonly title: string;
  readonly dub: string | null;
  readonly run: string;
  readonly act: Act;
  readonly state: RunState;
}

/** A job has come into another state, or got further. */
export interface JobEvent {
  readonly kind: 'job';
  readonly organisation: string;
  readonly title: string;
  readonly dub: string | null;
  readonly run: string;
  readonly job: string;
  readonly stage: StageName;
  readonly shot: number | null;
  readonly state: JobState;
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
}

/** Tells everyone who listens, once the transaction is there. */
export async function tell(tx: Sql, event: RunEvent | JobEvent): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [EVENTS, JSON.stringify(event)]);
}

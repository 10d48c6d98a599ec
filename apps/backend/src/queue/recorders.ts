import type { EntityManager } from 'typeorm';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import type { Act, StageName } from '../pipeline/stages.ts';
import type { ClaimedJob } from './claimJob.ts';
import type { RunRow } from './tables.ts';

/**
 * Puts what a stage told into the tables of its noun, in the transaction that ends the job. It is called again when a
 * later run finds the same: what is there already must stay as it is.
 */
export type Recorder<S extends StageName> = (
  tx: EntityManager,
  run: RunRow,
  shot: number | null,
  outcome: OutcomeOf[S],
) => Promise<void>;

/** What is done with the outcome of each stage. */
export type Recorders = { readonly [S in StageName]?: Recorder<S> };

/** Told of every new state of a run of its act, the first one too, in the transaction that makes it so. */
export type Follower = (tx: EntityManager, run: RunRow) => Promise<void>;

/** Who follows the runs of each act. */
export type Followers = { readonly [A in Act]?: Follower };

/**
 * Asked when a worker has taken a job, before it begins: what was allowed when the run was asked for may not be any
 * more. @throws Refusal, and then the job fails with its sentence.
 */
export type MayStart = (tx: EntityManager, job: ClaimedJob) => Promise<void>;

/** What the nouns want to know of runs. */
export interface Listeners {
  readonly recorders: Recorders;
  readonly followers: Followers;
  readonly mayStart?: MayStart;
}

import { Refusal } from '@mondwerk/film';

/** What can become of a job: from each state, what leads to which other. */
export const JOB_STATES = {
  /** What it needs has not been made yet. */
  waiting: { enqueue: 'queued', cancel: 'cancelled' },
  queued: { claim: 'running', pause: 'paused', cancel: 'cancelled' },
  running: {
    finish: 'done',
    fail: 'failed',
    /** Its worker stops, dies or is to try again. */
    'hand-back': 'queued',
    pause: 'paused',
    cancel: 'cancelled',
  },
  paused: { resume: 'waiting', cancel: 'cancelled' },
  failed: { retry: 'waiting' },
  cancelled: { retry: 'waiting' },
  done: {},
} as const satisfies Record<string, Partial<Record<JobMove, string>>>;

/** What is done with a job. */
export type JobMove =
  'enqueue' | 'claim' | 'finish' | 'fail' | 'hand-back' | 'pause' | 'resume' | 'cancel' | 'retry';

/** Where a job is. */
export type JobState = keyof typeof JOB_STATES;

/** What can become of a run: people move it, or its jobs bring it to an end. */
export const RUN_STATES = {
  running: {
    pause: 'paused',
    cancel: 'cancelled',
    finish: 'done',
    fail: 'failed',
    'fail-in-part': 'failed-in-part',
  },
  paused: { resume: 'running', cancel: 'cancelled' },
  failed: { retry: 'running', cancel: 'cancelled' },
  /** Some shots of a stage are done, others failed: the rest can go on once those are retried. */
  'failed-in-part': { retry: 'running', cancel: 'cancelled' },
  cancelled: { retry: 'running' },
  done: {},
} as const satisfies Record<string, Partial<Record<RunMove, string>>>;

/** What is done with a run. */
export type RunMove = 'pause' | 'resume' | 'cancel' | 'retry' | 'finish' | 'fail' | 'fail-in-part';

/** Where a run is. */
export type RunState = keyof typeof RUN_STATES;

/** The states that a move starts from. */
export const statesBefore = (move: JobMove): readonly JobState[] =>
  (Object.keys(JOB_STATES) as JobState[]).filter((state) => move in JOB_STATES[state]);

/** The state that a move leads a run to. @throws Refusal `run-state` when it is not possible from where it is. */
export function runStateAfter(state: RunState, move: RunMove): RunState {
  const moves: Partial<Record<RunMove, RunState>> = RUN_STATES[state];
  const next = moves[move];
  if (next) return next;
  const possible = Object.keys(moves).filter((name) => !(name in ENDINGS));
  throw new Refusal(
    'run-state',
    `The run is ${state}, so you cannot ${move} it: ${possible.length > 0 ? `you can ${possible.join(' or ')} it` : 'start a new one'}.`,
  );
}

const ENDINGS = { finish: true, fail: true, 'fail-in-part': true };

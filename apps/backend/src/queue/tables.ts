import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { Act, Capability, StageName } from '../pipeline/stages.ts';
import type { JobState, RunState } from './jobStates.ts';

/** One act of the pipeline that somebody asked for. */
export interface RunRow {
  readonly id: string;
  readonly organisation: string;
  readonly act: Act;
  /** All that its stages are told; it never changes. */
  readonly order: object;
  readonly title: string;
  readonly dub: string | null;
  readonly delivery: string | null;
  /** The plan that it renders. */
  readonly plan: string | null;
  readonly state: RunState;
  /** Higher goes first. */
  readonly priority: number;
  /** Why it stands as it does: what a person said, or what failed. */
  readonly reason: string | null;
  readonly askedBy: string | null;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

/** One stage of a run, or one shot of it. */
export interface JobRow {
  readonly id: string;
  readonly organisation: string;
  readonly run: string;
  readonly stage: StageName;
  /** The number of its shot in the film; `null` where the stage works through the run as a whole. */
  readonly shot: number | null;
  readonly state: JobState;
  readonly priority: number;
  readonly capability: Capability;
  /** Its place in the queue, while it has one. */
  readonly ticket: string | null;
  readonly worker: string | null;
  /** How often it was started without being handed back. */
  readonly attempt: number;
  /** How many attempts ended in an error, and in the death of their worker, since a person last asked for it. */
  readonly failures: number;
  readonly deaths: number;
  /** How far it is, in `unit`s; `total` is `null` while nobody knows. */
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
  /** Why it failed, and what was the first thing to go wrong. */
  readonly reason: string | null;
  readonly hint: string | null;
  readonly firstError: string | null;
  /** What the stage told when it had ended. */
  readonly outcome: object | null;
  readonly madeAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** What it cost: how long workers were at it, over all attempts. */
  readonly workerSeconds: number;
}

/** A process that does jobs. */
export interface WorkerRow {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly capabilities: readonly Capability[];
  /** How many jobs it does at once. */
  readonly concurrency: number;
  readonly version: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** When it stopped, or was found dead. */
  readonly endedAt: Date | null;
}

/** The acts of the pipeline that people asked for. */
export const Runs = table<RunRow>(
  'runs',
  {
    id: column.id,
    organisation: column.of('organisations'),
    act: column.text,
    order: column.json,
    title: column.of('titles'),
    dub: maybe(column.of('dubs')),
    delivery: maybe(column.of('deliveries')),
    plan: column.toward('plans'),
    state: column.text,
    priority: column.integer,
    reason: maybe(column.text),
    askedBy: column.toward('people'),
    madeAt: column.madeAt,
    endedAt: maybe(column.moment),
  },
  {
    index: [['title', 'id'], ['dub', 'id'], ['plan'], ['organisation', 'state', 'id']],
  },
);

/** The work there is to do for runs. */
export const Jobs = table<JobRow>(
  'jobs',
  {
    id: column.id,
    organisation: column.of('organisations'),
    run: column.of('runs'),
    stage: column.text,
    shot: maybe(column.integer),
    state: column.text,
    priority: column.integer,
    capability: column.text,
    ticket: maybe(column.uuid),
    worker: column.toward('workers'),
    attempt: { ...column.integer, default: 0 },
    failures: { ...column.integer, default: 0 },
    deaths: { ...column.integer, default: 0 },
    done: { ...column.integer, default: 0 },
    total: maybe(column.integer),
    unit: maybe(column.text),
    reason: maybe(column.text),
    hint: maybe(column.text),
    firstError: maybe(column.text),
    outcome: maybe(column.json),
    madeAt: column.madeAt,
    startedAt: maybe(column.moment),
    endedAt: maybe(column.moment),
    workerSeconds: { ...column.real, default: 0 },
  },
  {
    unique: [['run', 'stage', 'shot']],
    index: [
      ['run', 'state', 'workerSeconds'],
      ['worker', 'state'],
      ['state', 'id'],
    ],
  },
);

/** Every worker there is or was. */
export const Workers = table<WorkerRow>(
  'workers',
  {
    id: column.id,
    name: column.text,
    host: column.text,
    capabilities: column.texts,
    concurrency: column.integer,
    version: column.text,
    startedAt: column.moment,
    seenAt: column.moment,
    endedAt: maybe(column.moment),
  },
  { index: [['endedAt', 'id']] },
);

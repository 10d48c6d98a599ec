import type { Storage } from '../storage/storage.ts';
import type { OrderOf, StoredInput } from './orders.ts';
import type { OutcomeOf } from './outcomes.ts';
import type { Run } from './run.ts';
import type { Act, SENTENCES, StageName, StageOf } from './stages.ts';

/** The act that a stage belongs to. */
export type ActOf<S extends StageName> = { [A in Act]: S extends StageOf<A> ? A : never }[Act];

type EachOf<S extends StageName> =
  S extends StageOf<ActOf<S>>
    ? (typeof SENTENCES)[ActOf<S>][S & keyof (typeof SENTENCES)[ActOf<S>]] extends { readonly each: infer E }
      ? E
      : never
    : never;

/** One piece of work: the order of its act, and the shot where the stage works shot by shot. */
export interface StageJob<S extends StageName> {
  readonly order: OrderOf[ActOf<S>];
  readonly shot: EachOf<S> extends 'shot' ? number : null;
}

/** What a stage's handler is given on the platform. */
export interface TitleRun extends Run {
  readonly storage: Storage;
  /** The local file of an input; refusals that name it say the name by which people know it. */
  readonly fetch: (input: Pick<StoredInput, 'key' | 'name'>) => Promise<string>;
}

/**
 * Carries out one stage. Safe when it is killed at any instruction and when two processes do the same work at once:
 * files appear whole under names that tell what they were made from.
 * @throws Refusal for what a person can put right, the signal's reason when it is stopped.
 */
export type Handler<S extends StageName> = (job: StageJob<S>, run: TitleRun) => Promise<OutcomeOf[S]>;

/** A handler for every stage: one that is missing does not compile. */
export type Handlers = { readonly [S in StageName]: Handler<S> };

import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { shotsOf } from '../../../apps/backend/src/pipeline/fanOut.ts';
import { fingerprintFile } from '../../../apps/backend/src/pipeline/fingerprint.ts';
import { handlers } from '../../../apps/backend/src/pipeline/allHandlers.ts';
import type { OrderOf, StoredInput } from '../../../apps/backend/src/pipeline/orders.ts';
import type { OutcomeOf } from '../../../apps/backend/src/pipeline/outcomes.ts';
import { perform } from '../../../apps/backend/src/pipeline/perform.ts';
import { Progress, type StageTime } from '../../../apps/backend/src/pipeline/progress.ts';
import {
  SENTENCES,
  type Act,
  type StageName,
  type StageOf,
} from '../../../apps/backend/src/pipeline/stages.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';

/** What the stages of an act told, each once for the run or once for every shot, in order. */
export type Told<A extends Act> = { readonly [S in StageOf<A> & StageName]: readonly OutcomeOf[S][] };

/** What an act came to, and which stages it worked on or had done before. */
export interface ActResult<A extends Act> {
  readonly told: Told<A>;
  readonly times: readonly StageTime[];
}

/** Carries out all stages of an act one after the other in this process, as the runner does with many. */
export async function runAct<A extends Act>(
  storage: Storage,
  act: A,
  order: OrderOf[A],
  signal = new AbortController().signal,
): Promise<ActResult<A>> {
  const told: Record<string, unknown[]> = {};
  const progress = new Progress({ show: () => {}, clear: () => {} });
  for (const stage of Object.keys(SENTENCES[act]) as StageOf<A>[]) {
    const single = Object.fromEntries(Object.entries(told).map(([name, [first]]) => [name, first]));
    told[stage] = [];
    for (const shot of shotsOf(act, stage, order, single)) {
      const work = { stage: stage as StageName, order: JSON.parse(JSON.stringify(order)), shot };
      told[stage].push(await perform(handlers, work, storage, { progress, signal, workers: 2 }));
    }
  }
  return { told: told as unknown as Told<A>, times: progress.times };
}

/** Puts a copy of a file into storage, as an upload would. */
export async function store(storage: Storage, path: string, key: string): Promise<StoredInput> {
  const draft = await storage.draftFile(key);
  await copyFile(path, draft);
  await storage.keep(draft, key);
  return { key, sha256: await fingerprintFile(path), name: basename(path) };
}

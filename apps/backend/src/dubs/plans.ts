import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Runner } from '../queue/runner.ts';
import type { Storage } from '../storage/storage.ts';
import { keepIn } from './keepText.ts';
import { orderNow } from './orderNow.ts';
import { Dubs, Plans, type PlanRow } from './tables.ts';

/** A plan that somebody asks for. */
export interface PlanWish {
  readonly askedBy: string;
  readonly priority?: number | undefined;
  readonly reason?: string | undefined;
}

/** What it takes to plan. */
export interface PlanTools {
  readonly runner: Runner;
  readonly storage: Storage;
}

/**
 * Starts to plan a dub or a replacement from what is known now; what is changed later is for the next plan.
 * @throws Refusal as `orderNow`, `conflict` while it is being planned.
 */
export async function startPlan(
  tx: EntityManager,
  { runner, storage }: PlanTools,
  id: string,
  wish: PlanWish,
): Promise<PlanRow> {
  const dub = await tx.findOneOrFail(Dubs, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (await tx.existsBy(Plans, { dub: id, state: 'making' })) {
    throw new Refusal(
      'conflict',
      `This ${dub.kind} is being planned: wait for that plan, or cancel its run first.`,
    );
  }
  const { act, order } = await orderNow(tx, keepIn(storage), dub);
  const { organisation, title } = dub;
  const run = await runner.startRun(tx, act, order, { organisation, title, dub: id, ...wish });
  const nothing = { shots: 0, frames: 0, seconds: 0, voice: null, mouths: null, faces: null };
  return tx.save(Plans, { id: newId(), organisation, dub: id, run: run.id, state: 'making', ...nothing });
}

/** The newest finished plan of a dub or a replacement. @throws Refusal `plan-missing`. */
export async function currentPlan(tx: EntityManager, dub: string): Promise<PlanRow> {
  const plan = await tx.findOne(Plans, { where: { dub, state: 'ready' }, order: { id: 'DESC' } });
  if (plan !== null) return plan;
  throw new Refusal('plan-missing', 'It has not been planned yet: plan it first.');
}

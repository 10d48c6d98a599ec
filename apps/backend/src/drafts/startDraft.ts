import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { currentPlan } from '../dubs/plans.ts';
import { newestScript } from '../dubs/spokenOrder.ts';
import { readDub } from '../dubs/requireDub.ts';
import { Lines, type DubRow, type PlanRow } from '../dubs/tables.ts';
import { AS_SAID, type LineSettings } from '../pipeline/lineSettings.ts';
import type { DraftOrder } from '../pipeline/orders.ts';
import { PRIORITIES } from '../queue/limits.ts';
import { rows } from '../queue/rows.ts';
import type { Runner } from '../queue/runner.ts';
import { plannedOrder, readyPlan } from '../renders/plannedOrder.ts';
import { everybodyIn, performersInDraft } from '../rights/plannedPerformers.ts';
import { requireRights } from '../rights/requireRights.ts';
import { rightsOfDub } from '../rights/rightsOfDub.ts';
import { Sources } from '../titles/tables.ts';
import { Drafts, type DraftRow } from './tables.ts';

/** A line that somebody wants to look at. */
export interface DraftWish {
  readonly dub: string;
  /** The newest that is ready when not given. */
  readonly plan?: string | undefined;
  /** Its number in the script, from 0. */
  readonly line: number;
  /** `null`: those that are stored with the line. */
  readonly settings: Omit<LineSettings, 'leave'> | null;
  readonly askedBy: string;
}

/**
 * Starts to draft a line of a plan with settings of its own, before everything else that waits. Drafts of the line that
 * the same person asked for before, and that are not ready yet, are not wanted any more.
 * @throws Refusal `plan-missing`, `plan-not-ready`, `line-not-said`, and those of `requireRights`.
 */
export async function startDraft(tx: EntityManager, runner: Runner, wish: DraftWish): Promise<DraftRow> {
  const dub = await readDub(tx, wish.dub, 'has no lines to draft');
  const plan = await planOf(tx, wish);
  const shots = await shotsSaying(tx, plan, wish.line);
  const order: DraftOrder = {
    ...(await plannedOrder(tx, plan, dub)),
    draft: {
      line: wish.line,
      shots,
      // Whoever drafts a line wants to see it said, also one that is to be left as it was.
      settings: { ...(wish.settings ?? (await storedSettings(tx, dub, wish.line))), leave: false },
    },
    proxy: await proxyOf(tx, dub),
  };
  const { organisation, title } = dub;
  const performers = everybodyIn(await performersInDraft(tx, { plan: plan.id, dub: dub.id, order }));
  await requireRights(tx, await rightsOfDub(tx, dub, { performers }));
  await cancelOlder(tx, runner, wish);
  const { askedBy } = wish;
  const about = { organisation, title, dub: dub.id, plan: plan.id, askedBy };
  const run = await runner.startRun(tx, 'draft', order, { ...about, priority: PRIORITIES.draft });
  const { line, settings } = order.draft;
  const draft = { id: newId(), organisation, dub: dub.id, plan: plan.id, run: run.id, askedBy };
  return tx.save(Drafts, { ...draft, line, settings, state: 'making', result: null });
}

async function planOf(tx: EntityManager, { dub, plan: id }: DraftWish): Promise<PlanRow> {
  if (id === undefined) return currentPlan(tx, dub);
  const plan = await readyPlan(tx, id);
  if (plan.dub === dub) return plan;
  throw new Refusal('request-invalid', 'plan is of another dub: name one of this dub, or none.');
}

/** The shots in which somebody who is rendered says the line. */
async function shotsSaying(tx: EntityManager, { id }: PlanRow, line: number): Promise<number[]> {
  const shots = await rows<{ readonly index: number }>(
    tx,
    `SELECT shots."index" FROM planned_shots JOIN shots ON shots.id = shot
     WHERE plan = $1 AND $2 = ANY (lines) AND mouths > 0 ORDER BY 1`,
    [id, line],
  );
  if (shots.length > 0) return shots.map(({ index }) => index);
  throw new Refusal(
    'line-not-said',
    `By this plan nobody whose mouth is rendered is seen saying line ${line + 1}: say who says it and that it is not left as it was, then plan again.`,
  );
}

async function storedSettings(tx: EntityManager, dub: DubRow, index: number): Promise<LineSettings> {
  const script = await newestScript(tx, { title: dub.title, dub: dub.id });
  const line = script && (await tx.findOneBy(Lines, { script: script.id, index }));
  return line?.settings ?? AS_SAID;
}

async function proxyOf(tx: EntityManager, dub: DubRow): Promise<DraftOrder['proxy']> {
  const { proxy, name } = await tx.findOneByOrFail(Sources, { id: dub.source });
  return proxy && { key: proxy.proxy.key, sha256: proxy.proxy.sha256, name: `the proxy of ${name}` };
}

async function cancelOlder(
  tx: EntityManager,
  runner: Runner,
  { dub, line, askedBy }: DraftWish,
): Promise<void> {
  const older = await tx.findBy(Drafts, { dub, line, askedBy, state: 'making' });
  for (const { run } of older)
    await runner.cancel(tx, run, 'A newer draft was asked for.').catch(unlessEnded);
}

/** It may have been made meanwhile. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'run-state') throw error;
}

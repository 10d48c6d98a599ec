import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { Dubs, type PlanRow } from '../dubs/tables.ts';
import { takeSettings, type RenderOrder, type ReplaceOrder, type TakeSettings } from '../pipeline/orders.ts';
import { rows } from '../queue/rows.ts';
import type { Runner } from '../queue/runner.ts';
import type { RunRow } from '../queue/tables.ts';
import { everybodyIn, performersInRun } from '../rights/plannedPerformers.ts';
import { requireRights } from '../rights/requireRights.ts';
import { rightsOfDub } from '../rights/rightsOfDub.ts';
import { matchedOrder, plannedOrder, readyPlan } from './plannedOrder.ts';
import { requireFaceSettings } from './requireFaceSettings.ts';
import { nextTakeNumbers } from './takeNumbers.ts';

/** How each kind is rendered. */
const RENDERED_BY = { dub: 'render', replacement: 'replace' } as const;

/** Shots of a plan that somebody wants rendered. */
export interface RenderWish {
  readonly plan: string;
  /** Ids of shots, with how they shall differ from the plan. All planned ones but those approved when not given. */
  readonly shots?: readonly { readonly shot: string; readonly settings?: TakeSettings }[] | undefined;
  readonly askedBy: string;
  readonly priority?: number | undefined;
  readonly reason?: string | undefined;
}

/** A render that has been started. */
export interface StartedRender {
  readonly run: RunRow;
  readonly shots: number;
  readonly frames: number;
  readonly seconds: number;
}

/**
 * Starts to render shots as they were planned: their next takes. @throws Refusal `plan-not-ready`, `not-planned` for
 * shots in which there is nothing to render, `nothing-to-render`, `settings-of-dubs`, and those of `requireRights`.
 */
export async function startRender(
  tx: EntityManager,
  runner: Runner,
  { plan: id, shots: wanted, ...asked }: RenderWish,
): Promise<StartedRender> {
  const plan = await readyPlan(tx, id);
  const dub = await tx.findOneOrFail(Dubs, { where: { id: plan.dub }, lock: { mode: 'pessimistic_write' } });
  const planned = await plannedShots(
    tx,
    plan,
    wanted?.map(({ shot }) => shot),
  );
  requireFaceSettings(
    dub.kind,
    (wanted ?? []).flatMap((each) => each.settings ?? []),
  );
  const settings = new Map(wanted?.map((each) => [each.shot, each.settings]));
  const plannedFrom = await (dub.kind === 'dub' ? plannedOrder : matchedOrder)(tx, plan, dub);
  const numbers = await nextTakeNumbers(tx, dub.id, new Map(planned.map(({ index, shot }) => [index, shot])));
  const order: RenderOrder | ReplaceOrder = {
    ...plannedFrom,
    shots: planned.map(({ shot, index }) => ({
      shot: index,
      take: numbers.get(index)!,
      settings: settings.get(shot) ?? takeSettings.parse({}),
    })),
  };
  const { organisation, title } = dub;
  const performers = everybodyIn(await performersInRun(tx, { plan: plan.id, dub: dub.id, order }));
  await requireRights(tx, await rightsOfDub(tx, dub, { performers }));
  const about = { organisation, title, dub: dub.id, plan: plan.id };
  const run = await runner.startRun(tx, RENDERED_BY[dub.kind], order, { ...about, ...asked });
  const sum = (of: (shot: Planned) => number): number => planned.reduce((all, shot) => all + of(shot), 0);
  return {
    run,
    shots: planned.length,
    frames: sum(({ frames }) => frames),
    seconds: sum(({ seconds }) => seconds),
  };
}

interface Planned {
  readonly shot: string;
  readonly index: number;
  readonly frames: number;
  readonly seconds: number;
}

async function plannedShots(
  tx: EntityManager,
  { id, dub }: PlanRow,
  wanted: readonly string[] | undefined,
): Promise<Planned[]> {
  const planned = await rows<Planned>(
    tx,
    `SELECT shot, shots."index", frames, seconds
     FROM planned_shots JOIN shots ON shots.id = shot
     WHERE plan = $1 AND mouths > 0 AND CASE WHEN $2::uuid[] IS NULL
       THEN NOT EXISTS (SELECT FROM takes WHERE takes.dub = $3 AND takes.shot = shots.id AND state = 'approved')
       ELSE shot = ANY ($2) END
     ORDER BY shots."index"`,
    [id, wanted ?? null, dub],
  );
  if (wanted !== undefined && planned.length < new Set(wanted).size) throw notPlanned(wanted, planned);
  if (planned.length > 0) return planned;
  throw new Refusal(
    'nothing-to-render',
    'Nothing is left to render: every planned shot is approved, or nothing in them needs a new picture.',
  );
}

function notPlanned(wanted: readonly string[], planned: readonly Planned[]): Refusal {
  const known = new Set(planned.map(({ shot }) => shot));
  const missing = wanted.filter((shot) => !known.has(shot));
  return new Refusal(
    'not-planned',
    `By this plan there is nothing to render in ${missing.length} of these shots (${missing[0]}): leave them out, or plan again.`,
  );
}

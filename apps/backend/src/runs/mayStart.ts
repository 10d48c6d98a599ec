import { In, type EntityManager } from 'typeorm';
import { Deliveries } from '../deliveries/tables.ts';
import { Dubs } from '../dubs/tables.ts';
import type { DraftOrder } from '../pipeline/orders.ts';
import type { Act } from '../pipeline/stages.ts';
import { Runs } from '../queue/tables.ts';
import { Takes } from '../reviews/tables.ts';
import {
  everybodyIn,
  performersInDraft,
  performersInRun,
  performersInTakes,
} from '../rights/plannedPerformers.ts';
import { requireRights } from '../rights/requireRights.ts';
import { rightsOfDub, type FacesOfDub } from '../rights/rightsOfDub.ts';

/** What is known of a job that a worker has taken. */
export interface TakenJob {
  readonly run: string;
  readonly act: Act;
  readonly shot: number | null;
  readonly title: string;
  readonly dub: string | null;
  /** The order of its run. */
  readonly order: object;
}

/**
 * Checks once more, when a worker has taken a job, that the faces in it may be rendered or delivered: rights may have
 * been revoked since it was asked for. @throws Refusal `rights-missing`, and then the job fails with that sentence.
 */
export async function mayStart(tx: EntityManager, job: TakenJob): Promise<void> {
  const { dub } = job;
  const find = SHOWN[job.act];
  if (find === undefined) return;
  if (dub === null) throw new Error('faces are rendered for dubs and replacements only');
  const shown = await find(tx, { ...job, dub });
  await requireRights(tx, await rightsOfDub(tx, await tx.findOneByOrFail(Dubs, { id: dub }), shown));
}

type DubJob = TakenJob & { readonly dub: string };

async function planOf(tx: EntityManager, run: string): Promise<string | null> {
  const { plan } = await tx.findOneOrFail(Runs, { where: { id: run }, select: { id: true, plan: true } });
  return plan;
}

async function rendered(tx: EntityManager, { run, shot, dub, order }: DubJob): Promise<FacesOfDub> {
  const plan = await planOf(tx, run);
  const shots = shot === null ? null : [shot];
  return { performers: everybodyIn(await performersInRun(tx, { plan, dub, order }, shots)) };
}

/** Whose faces the jobs of an act show, and where; the other acts show nobody anything new. */
const SHOWN: { readonly [A in Act]?: (tx: EntityManager, job: DubJob) => Promise<FacesOfDub> } = {
  render: rendered,
  replace: rendered,
  draft: async (tx, { run, dub, order }) => {
    const plan = await planOf(tx, run);
    const drafted = { plan, dub, order: order as DraftOrder };
    return { performers: everybodyIn(await performersInDraft(tx, drafted)) };
  },
  deliver: async (tx, { run }) => {
    const { takes, territories } = await tx.findOneByOrFail(Deliveries, { run });
    const delivered = await tx.find(Takes, {
      where: { id: In(takes) },
      select: { id: true, dub: true, run: true, performers: true, result: true },
    });
    return {
      performers: await performersInTakes(tx, delivered),
      ...(territories === null ? {} : { territories }),
    };
  },
};

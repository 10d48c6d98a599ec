import type { EntityManager } from 'typeorm';
import { Dubs } from '../dubs/tables.ts';
import type { Act } from '../pipeline/stages.ts';
import { Runs } from '../queue/tables.ts';
import { everybodyIn, performersInRun } from './plannedPerformers.ts';
import { requireRights } from './requireRights.ts';

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
  const whose = PERFORMERS[job.act];
  if (whose === undefined || dub === null) return;
  const performers = await whose(tx, { ...job, dub });
  const { language } = await tx.findOneByOrFail(Dubs, { id: dub });
  await requireRights(tx, { title: job.title, language, performers, extent: 'mouth' });
}

type DubJob = TakenJob & { readonly dub: string };

/** Whose faces the jobs of an act show; the other acts show nobody anything new. */
const PERFORMERS: {
  readonly [A in Act]?: (tx: EntityManager, job: DubJob) => Promise<readonly string[]>;
} = {
  render: async (tx, { run, shot, dub, order }) => {
    const { plan } = await tx.findOneOrFail(Runs, { where: { id: run }, select: { id: true, plan: true } });
    return everybodyIn(await performersInRun(tx, { plan, dub, order }, shot === null ? null : [shot]));
  },
  deliver: async (tx, { run }) => {
    const rows: { performer: string }[] = await tx.query(
      `SELECT DISTINCT unnest(t.performers) AS performer
       FROM runs r JOIN deliveries d ON d.id = r.delivery JOIN takes t ON t.id = ANY(d.takes) WHERE r.id = $1`,
      [run],
    );
    return rows.map(({ performer }) => performer);
  },
};

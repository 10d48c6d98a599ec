import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { readPage, type Page, type PageRequest } from '../database/page.ts';
import { Dubs, Plans } from '../dubs/tables.ts';
import { JOB_STATES, type JobState } from '../queue/jobStates.ts';
import { rows } from '../queue/rows.ts';
import { TAKE_STATES, type TakeState } from '../reviews/takeStates.ts';
import { Shots } from '../titles/tables.ts';

/** A shot of a film, as it stands in one dub. */
export const DubShot = z
  .object({
    shot: z.uuid(),
    index: z.int(),
    start: z.int(),
    end: z.int(),
    planned: z
      .object({ frames: z.int(), seconds: z.number(), mouths: z.int(), leftAlone: z.int() })
      .nullable()
      .describe('What the newest plan says; null where nobody speaks'),
    rendering: z
      .object({
        run: z.uuid(),
        job: z.uuid(),
        state: z.enum(Object.keys(JOB_STATES) as [JobState, ...JobState[]]),
      })
      .nullable()
      .describe('What the newest render run does with it, until that has ended well'),
    take: z
      .object({
        id: z.uuid(),
        number: z.int(),
        state: z.enum(Object.keys(TAKE_STATES) as [TakeState, ...TakeState[]]),
        openNotes: z.int(),
      })
      .nullable()
      .describe('The newest take'),
  })
  .meta({ id: 'DubShot' });

type Shown = z.input<typeof DubShot>;

/** Reads a page of a dub's shots with what is planned, rendered and reviewed of them, in six statements. */
export async function listDubShots(
  tx: EntityManager,
  dub: string,
  request: PageRequest,
): Promise<Page<Shown>> {
  const { source } = await tx.findOneByOrFail(Dubs, { id: dub });
  const page = await readPage(tx, Shots, request, { where: { source }, by: 'index' });
  const ids = page.items.map(({ id }) => id);
  const planned = await plannedOf(tx, dub, ids);
  const takes = await takesOf(tx, dub, ids);
  const rendering = await renderingOf(
    tx,
    dub,
    page.items.map(({ index }) => index),
  );
  const items = page.items.map(({ id, index, start, end }) => ({
    ...{ shot: id, index, start, end },
    planned: planned.get(id) ?? null,
    rendering: rendering.get(index) ?? null,
    take: takes.get(id) ?? null,
  }));
  return { ...page, items };
}

type Planned = NonNullable<Shown['planned']> & { readonly shot: string };

async function plannedOf(
  tx: EntityManager,
  dub: string,
  shots: readonly string[],
): Promise<Map<string, Planned>> {
  const plan = await tx.findOne(Plans, { where: { dub, state: 'ready' }, order: { id: 'DESC' } });
  if (plan === null) return new Map();
  const found = await rows<Planned>(
    tx,
    `SELECT shot, frames, seconds, mouths, left_alone AS "leftAlone"
     FROM planned_shots WHERE plan = $1 AND shot = ANY ($2)`,
    [plan.id, shots],
  );
  return new Map(found.map((each) => [each.shot, each]));
}

type Take = NonNullable<Shown['take']> & { readonly shot: string };

async function takesOf(tx: EntityManager, dub: string, shots: readonly string[]): Promise<Map<string, Take>> {
  const found = await rows<Take>(
    tx,
    `WITH newest AS (
       SELECT DISTINCT ON (shot) shot, id, number, state FROM takes
       WHERE dub = $1 AND shot = ANY ($2) ORDER BY shot, number DESC)
     SELECT newest.*, (SELECT count(*)::integer FROM notes WHERE take = newest.id AND resolved_at IS NULL) AS "openNotes"
     FROM newest`,
    [dub, shots],
  );
  return new Map(found.map((each) => [each.shot, each]));
}

type Rendering = NonNullable<Shown['rendering']> & { readonly shot: number };

async function renderingOf(
  tx: EntityManager,
  dub: string,
  shots: readonly number[],
): Promise<Map<number, Rendering>> {
  const found = await rows<Rendering>(
    tx,
    `SELECT DISTINCT ON (shot) shot, run, jobs.id AS job, jobs.state
     FROM runs JOIN jobs ON run = runs.id AND stage IN ('renderMouths', 'renderFaces') AND shot = ANY ($2)
     WHERE runs.dub = $1 AND act IN ('render', 'replace') AND runs.state <> 'done' AND jobs.state <> 'done'
     ORDER BY shot, jobs.id DESC`,
    [dub, shots],
  );
  return new Map(found.map((each) => [each.shot, each]));
}

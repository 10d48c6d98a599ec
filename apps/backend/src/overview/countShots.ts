import type { EntityManager } from 'typeorm';
import { rows } from '../queue/rows.ts';
import type { DubProgress } from './waiting.ts';

/** Counts where the planned shots of a title's dubs stand, by dub, in one statement. */
export async function countShots(tx: EntityManager, title: string): Promise<Map<string, DubProgress>> {
  const counted = await rows<DubProgress & { readonly dub: string }>(tx, COUNT, [title]);
  return new Map(counted.map(({ dub, ...progress }) => [dub, progress]));
}

/**
 * A shot that is being rendered again counts as that, whatever became of its earlier takes. One with an approved take is
 * approved unless a newer one is to be reviewed.
 */
const COUNT = `
  WITH of_title AS (SELECT id, source FROM dubs WHERE title = $1),
  newest_plan AS (
    SELECT DISTINCT ON (dub) dub, plans.id AS plan FROM plans JOIN of_title ON of_title.id = dub
    WHERE state = 'ready' ORDER BY dub, plans.id DESC),
  planned AS (
    SELECT dub, shot FROM newest_plan JOIN planned_shots USING (plan) WHERE mouths > 0),
  judged AS (
    SELECT takes.dub, takes.shot, bool_or(state = 'approved') AS approved,
      (array_agg(state ORDER BY number DESC))[1] AS newest
    FROM takes JOIN of_title ON of_title.id = takes.dub GROUP BY takes.dub, takes.shot),
  taken AS (
    SELECT dub, shot, CASE WHEN approved AND newest <> 'to-review' THEN 'approved' ELSE newest END AS state
    FROM judged),
  working AS (
    SELECT DISTINCT ON (runs.dub, shots.id) runs.dub, shots.id AS shot, jobs.state
    FROM runs
    JOIN of_title ON of_title.id = runs.dub
    JOIN jobs ON jobs.run = runs.id AND stage = 'renderMouths' AND jobs.state <> 'done'
    JOIN shots ON shots.source = of_title.source AND shots."index" = jobs.shot
    WHERE act = 'render' AND runs.state IN ('running', 'paused', 'failed', 'failed-in-part')
    ORDER BY runs.dub, shots.id, jobs.id DESC)
  SELECT planned.dub,
    count(*)::integer AS planned,
    (count(*) FILTER (WHERE working.state IN ('waiting', 'queued', 'running', 'paused')))::integer AS rendering,
    (count(*) FILTER (WHERE working.state = 'failed'))::integer AS failed,
    (count(*) FILTER (WHERE working.state IS NULL AND taken.state = 'to-review'))::integer AS "toReview",
    (count(*) FILTER (WHERE working.state IS NULL AND taken.state = 'approved'))::integer AS approved,
    (count(*) FILTER (WHERE working.state IS NULL AND taken.state = 'sent-back'))::integer AS "sentBack"
  FROM planned LEFT JOIN taken USING (dub, shot) LEFT JOIN working USING (dub, shot)
  GROUP BY planned.dub`;

import type { EntityManager } from 'typeorm';
import { rows } from '../queue/rows.ts';
import type { DubProgress } from './waiting.ts';

/** Counts where the planned shots of some titles' dubs stand, by dub, in one statement. */
export async function countShots(
  tx: EntityManager,
  titles: readonly string[],
): Promise<Map<string, DubProgress>> {
  const counted = await rows<DubProgress & { readonly dub: string }>(tx, COUNT, [titles]);
  return new Map(counted.map(({ dub, ...progress }) => [dub, progress]));
}

/**
 * A shot that is being rendered again counts as that, whatever became of its earlier takes. One with an approved take is
 * approved unless a newer one is to be reviewed. All that is told of a shot is laid on one pile and sorted: joins of
 * that much are left to guesses, and a film of 2,000 shots took seconds.
 */
const COUNT = `
  WITH wanted AS (SELECT id, source FROM dubs WHERE title = ANY ($1)),
  told AS (
    SELECT wanted.id AS dub, shot, true AS planned, NULL AS take, 0 AS number, NULL AS job, NULL::uuid AS job_id
    FROM wanted
    JOIN LATERAL (SELECT id FROM plans WHERE dub = wanted.id AND state = 'ready'
      ORDER BY id DESC LIMIT 1) newest ON true
    JOIN planned_shots ON plan = newest.id AND mouths > 0
    UNION ALL
    SELECT dub, shot, false, state, number, NULL, NULL FROM wanted JOIN takes ON dub = wanted.id
    UNION ALL
    SELECT dub, shots.id, false, NULL, 0, jobs.state, jobs.id
    FROM wanted
    JOIN runs ON dub = wanted.id AND act = 'render' AND runs.state IN ('running', 'paused', 'failed', 'failed-in-part')
    JOIN jobs ON run = runs.id AND stage = 'renderMouths' AND jobs.state <> 'done'
    JOIN shots ON shots.source = wanted.source AND shots."index" = jobs.shot),
  by_shot AS (
    SELECT dub, bool_or(planned) AS planned, bool_or(take = 'approved') AS approved,
      (array_agg(take ORDER BY number DESC) FILTER (WHERE take IS NOT NULL))[1] AS newest,
      (array_agg(job ORDER BY job_id DESC) FILTER (WHERE job IS NOT NULL))[1] AS job
    FROM told GROUP BY dub, shot),
  standing AS (
    SELECT dub, job, CASE WHEN approved AND newest <> 'to-review' THEN 'approved' ELSE newest END AS take
    FROM by_shot WHERE planned)
  SELECT dub,
    count(*)::integer AS planned,
    (count(*) FILTER (WHERE job IN ('waiting', 'queued', 'running', 'paused')))::integer AS rendering,
    (count(*) FILTER (WHERE job = 'failed'))::integer AS failed,
    (count(*) FILTER (WHERE job IS NULL AND take = 'to-review'))::integer AS "toReview",
    (count(*) FILTER (WHERE job IS NULL AND take = 'approved'))::integer AS approved,
    (count(*) FILTER (WHERE job IS NULL AND take = 'sent-back'))::integer AS "sentBack"
  FROM standing GROUP BY dub`;

/** Where a shot can stand in a dub, and how that is seen from what is told of it: the first that holds counts. */
export const SHOT_STATES = {
  /** A worker is at it, or will be. */
  rendering: `job IN ('waiting', 'queued', 'running', 'paused')`,
  /** No take has come since. */
  failed: `job = 'failed' AND (take IS NULL OR take < job_id)`,
  'to-review': 'best[1] = 3',
  approved: 'best[1] = 2',
  'sent-back': 'best[1] = 1',
  /** Mouths could be rendered, but nobody would notice the old ones. */
  matches: 'matching',
  'to-render': 'mouths > 0',
  /** Nobody is seen speaking, or there is no plan yet. */
  untouched: 'true',
} as const;

/** Where a shot stands in a dub, in one word. */
export type ShotState = keyof typeof SHOT_STATES;

/** Every state. */
export const shotStates = Object.keys(SHOT_STATES) as [ShotState, ...ShotState[]];

/**
 * Of several takes of a shot one counts: the one to be reviewed, of which there is never an older one than others that
 * are decided; else the approved one, though a newer one was sent back; else the newest that was not superseded.
 */
export const TAKE_RANK = `CASE takes.state WHEN 'to-review' THEN 3 WHEN 'approved' THEN 2 WHEN 'sent-back' THEN 1 ELSE 0 END`;

/**
 * The beginning of a statement: `standing` has the `state` of every shot of some dubs that a plan, a take or a job tells
 * of, whether it is `planned`, and the `take` that counts with its `number`. All that is told of a shot is laid on one
 * pile and sorted: joins of that much are left to guesses, and a film of 2,000 shots took seconds. Of a run that still
 * gathers what it renders from there are no jobs by shot: its order tells which shots will have one.
 */
export const withStanding = (wanted: string): string => `
  WITH wanted AS (SELECT id, source FROM dubs WHERE ${wanted}),
  told AS (
    SELECT wanted.id AS dub, shot, mouths, matches AND mouths > 0 AS matching,
      NULL::uuid AS take, NULL::integer AS rank, NULL::integer AS number, NULL AS job, NULL::uuid AS job_id
    FROM wanted
    JOIN LATERAL (SELECT id FROM plans WHERE dub = wanted.id AND state = 'ready'
      ORDER BY id DESC LIMIT 1) newest ON true
    JOIN planned_shots ON plan = newest.id
    UNION ALL
    SELECT dub, shot, NULL, NULL, takes.id, ${TAKE_RANK}, number, NULL, NULL FROM wanted JOIN takes ON dub = wanted.id
    UNION ALL
    SELECT dub, shots.id, NULL, NULL, NULL, NULL, NULL, jobs.state, jobs.id
    FROM wanted
    JOIN runs ON dub = wanted.id AND act IN ('render', 'replace') AND runs.state IN ('running', 'paused', 'failed', 'failed-in-part')
    JOIN jobs ON run = runs.id AND stage IN ('renderMouths', 'renderFaces') AND jobs.state <> 'done'
    JOIN shots ON shots.source = wanted.source AND shots."index" = jobs.shot
    UNION ALL
    SELECT dub, shots.id, NULL, NULL, NULL, NULL, NULL, 'waiting', NULL
    FROM wanted
    JOIN runs ON dub = wanted.id AND act IN ('render', 'replace') AND runs.state IN ('running', 'paused')
      AND NOT EXISTS (SELECT FROM jobs WHERE run = runs.id AND stage IN ('renderMouths', 'renderFaces'))
    CROSS JOIN jsonb_array_elements("order" -> 'shots') ordered
    JOIN shots ON shots.source = wanted.source AND shots."index" = (ordered ->> 'shot')::integer),
  by_shot AS (
    SELECT dub, shot, max(mouths) AS mouths, bool_or(matching) AS matching,
      max(ARRAY[rank, number]) FILTER (WHERE take IS NOT NULL) AS best,
      (array_agg(take ORDER BY rank DESC, number DESC) FILTER (WHERE take IS NOT NULL))[1] AS take,
      (array_agg(job ORDER BY job_id DESC) FILTER (WHERE job IS NOT NULL))[1] AS job,
      (array_agg(job_id ORDER BY job_id DESC) FILTER (WHERE job IS NOT NULL))[1] AS job_id
    FROM told GROUP BY dub, shot),
  standing AS (
    SELECT dub, shot, take, best[2] AS number, mouths > 0 AS planned,
      CASE ${shotStates.map((state) => `WHEN ${SHOT_STATES[state]} THEN '${state}'`).join(' ')} END AS state
    FROM by_shot)`;

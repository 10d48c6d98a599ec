import type { Platform } from '../../../apps/backend/src/platform.ts';
import { LONG } from '../film/longFilm.ts';

/** How much there is of everything in the long plan. */
export const LONG_PLAN = { shots: LONG.shots, lines: LONG.lines } as const;

const { shots, framesOfShot, lines } = LONG;

/** The shot in which a line `n` is heard. */
const SHOT_OF_LINE = `(n * ${shots} / ${lines})`;

/** What planning the dub of the long film would put into the database. */
const FILLING = [
  `INSERT INTO runs (id, organisation, act, "order", title, dub, state, priority, ended_at)
   SELECT uuidv7(), organisation, 'plan', '{}', title, id, 'done', 50, now() FROM dubs WHERE title = $1`,
  `INSERT INTO plans (id, organisation, dub, run, state, shots, frames, seconds)
   SELECT uuidv7(), organisation, dub, id, 'ready', ${shots}, ${shots * framesOfShot}, ${shots * 10}
   FROM runs WHERE title = $1 AND act = 'plan'`,
  `INSERT INTO planned_shots
     (id, organisation, plan, shot, frames, seconds, mouths, left_alone, lines, performers, matches)
   SELECT uuidv7(), plans.organisation, plans.id, shots.id, ${framesOfShot}, 10, ${framesOfShot}, 0,
     ARRAY[]::integer[], ARRAY[theirs.performer], false
   FROM plans JOIN dubs ON dubs.id = plans.dub JOIN shots ON shots.source = dubs.source
   JOIN LATERAL (SELECT performer FROM face_tracks WHERE face_tracks.source = dubs.source AND face_tracks.shot = shots."index" LIMIT 1)
     theirs ON true
   WHERE dubs.title = $1 ORDER BY shots."index"`,
  `INSERT INTO planned_lines (id, organisation, plan, "index", start, "end", confidence, fits, spoken, frames,
     mismatch, mismatch_reason, mouths_from, mouths_to)
   SELECT uuidv7(), plans.organisation, plans.id, n, n, n + 1, 0.9, true,
     jsonb_build_array(jsonb_build_object('shot', ${SHOT_OF_LINE}, 'performer', planned_shots.performers[1], 'doubt', null,
       'frames', jsonb_build_object('start', ${SHOT_OF_LINE} * ${framesOfShot}, 'end', ${SHOT_OF_LINE} * ${framesOfShot} + 4),
       'rendered', 4, 'passed', '[]'::jsonb)), 4, (n % 100) / 100.0, 'too-open', 0, 2
   FROM plans JOIN dubs ON dubs.id = plans.dub, generate_series(0, ${lines - 1}) n
   JOIN shots ON shots."index" = ${SHOT_OF_LINE} JOIN planned_shots ON planned_shots.shot = shots.id
   WHERE dubs.title = $1 AND planned_shots.plan = plans.id ORDER BY n`,
];

/** Plans the dub of the long film. Returns the dub's id. */
export async function fillLongPlan({ database }: Platform, title: string): Promise<string> {
  for (const statement of FILLING) await database.query(statement, [title]);
  const [{ id }] = await database.query<{ readonly id: string }[]>('SELECT id FROM dubs WHERE title = $1', [
    title,
  ]);
  return id;
}

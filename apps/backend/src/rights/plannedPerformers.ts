import type { EntityManager } from 'typeorm';

/** Shots of a film, by their numbers, and whose mouths are rendered in them. */
export type PerformersOfShots = ReadonlyMap<number, readonly string[]>;

interface Row {
  readonly shot: number;
  readonly performers: string[];
}

/** The performers of the shots of a plan, by the numbers of the shots; all shots that it names when none are given. */
export async function performersInPlan(
  tx: EntityManager,
  plan: string,
  shots: readonly number[] | null = null,
): Promise<PerformersOfShots> {
  const rows: Row[] = await tx.query(
    `SELECT s."index" AS shot, p.performers FROM planned_shots p JOIN shots s ON s.id = p.shot
     WHERE p.plan = $1 AND ($2::integer[] IS NULL OR s."index" = ANY($2))`,
    [plan, shots],
  );
  return new Map(rows.map(({ shot, performers }) => [shot, performers]));
}

interface Asked {
  readonly shot: number;
  readonly leaveAlone: readonly string[];
}

/**
 * Whose mouths a render run touches in some of its shots: not those that its settings leave alone. Its order is that of the plan that it renders, and the shots,
 * so that plan is found; of a shot that no plan names everybody who is seen in it counts.
 */
export async function performersInRun(
  tx: EntityManager,
  run: string,
  shots: readonly number[] | null,
): Promise<PerformersOfShots> {
  const [order]: { asked: Asked[]; plan: string | null; source: string }[] = await tx.query(
    `SELECT ARRAY(SELECT jsonb_build_object('shot', each->'shot', 'leaveAlone', each->'settings'->'leaveAlone')
         FROM jsonb_array_elements(r."order"->'shots') AS each
         WHERE $2::integer[] IS NULL OR (each->>'shot')::integer = ANY($2)) AS asked,
       d.source,
       (SELECT p.id FROM plans p JOIN runs planned ON planned.id = p.run
        WHERE p.dub = r.dub AND planned."order" = r."order" - 'shots' ORDER BY p.id DESC LIMIT 1) AS plan
     FROM runs r JOIN dubs d ON d.id = r.dub WHERE r.id = $1 AND r.act = 'render'`,
    [run, shots],
  );
  if (!order) return new Map();
  const { asked, plan, source } = order;
  const wanted = asked.map(({ shot }) => shot);
  const planned: PerformersOfShots = plan === null ? new Map() : await performersInPlan(tx, plan, wanted);
  const unknown = wanted.filter((shot) => !planned.has(shot));
  const seen = await everybodySeenIn(tx, source, unknown);
  return new Map(
    asked.map(({ shot, leaveAlone }) => {
      const inShot = planned.get(shot) ?? seen.get(shot) ?? [];
      return [shot, inShot.filter((performer) => !leaveAlone.includes(performer))];
    }),
  );
}

async function everybodySeenIn(
  tx: EntityManager,
  source: string,
  shots: readonly number[],
): Promise<PerformersOfShots> {
  if (shots.length === 0) return new Map();
  const rows: Row[] = await tx.query(
    `SELECT t.shot, array_agg(DISTINCT t.performer) AS performers
     FROM face_tracks t JOIN performers p ON p.id = t.performer
     WHERE t.source = $1 AND t.shot = ANY($2) AND NOT p.ignored GROUP BY t.shot`,
    [source, shots],
  );
  return new Map(rows.map(({ shot, performers }) => [shot, performers]));
}

/** Everybody in some shots, each once. */
export const everybodyIn = (performers: PerformersOfShots): string[] => [
  ...new Set([...performers.values()].flat()),
];

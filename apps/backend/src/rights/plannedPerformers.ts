import type { EntityManager } from 'typeorm';
import { performersInReplacement, replacesFaces } from './replacedPerformers.ts';
import { takeSettings, type DraftOrder, type PlanOrder, type RenderOrder } from '../pipeline/orders.ts';

/** Shots of a film, by their numbers, and whose mouths or faces are rendered in them. */
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

/** A render run, as far as it tells whose mouths are rendered. */
export interface Rendering {
  /** The plan that it renders; `null` when that is not there any more. */
  readonly plan: string | null;
  readonly dub: string;
  readonly order: object;
}

/**
 * Whose mouths a render run touches in some of its shots, or in all: not those that its settings leave alone. Of a shot
 * that no plan names, everybody who is seen in it counts. Of a replacement it is both performers in any case.
 */
export async function performersInRun(
  tx: EntityManager,
  { plan, dub, order }: Rendering,
  shots: readonly number[] | null = null,
): Promise<PerformersOfShots> {
  const asked = (order as RenderOrder).shots.filter(({ shot }) => shots === null || shots.includes(shot));
  const wanted = asked.map(({ shot }) => shot);
  if (replacesFaces(order)) return performersInReplacement(tx, { dub, order }, wanted);
  const planned: PerformersOfShots = plan === null ? new Map() : await performersInPlan(tx, plan, wanted);
  const unknown = wanted.filter((shot) => !planned.has(shot));
  const seen = await everybodySeenIn(tx, dub, unknown);
  const touched = new Map(
    asked.map(({ shot, settings }) => {
      const inShot = planned.get(shot) ?? seen.get(shot) ?? [];
      return [shot, inShot.filter((performer) => !settings.leaveAlone.includes(performer))];
    }),
  );
  return withOwnersNow(tx, { dub, order: order as RenderOrder }, touched);
}

/** Whose mouths a draft of a line touches: everybody's whose mouth is rendered in its shots. */
export function performersInDraft(
  tx: EntityManager,
  { order, ...about }: Omit<Rendering, 'order'> & { readonly order: DraftOrder },
): Promise<PerformersOfShots> {
  const settings = takeSettings.parse({});
  const shots = order.draft.shots.map((shot) => ({ shot, take: 1, settings }));
  return performersInRun(tx, { ...about, order: { ...order, shots } });
}

/**
 * Adds those whose face tracks they are now to those whom a plan names in shots: since it was made, some of a
 * performer's tracks may have been said to be somebody else's, who is asked for as well.
 */
async function withOwnersNow(
  tx: EntityManager,
  { dub, order }: { readonly dub: string; readonly order: Pick<PlanOrder, 'performers'> },
  touched: PerformersOfShots,
): Promise<PerformersOfShots> {
  const named = [...touched].flatMap(([shot, ids]) => ids.map((id) => [shot, id] as const));
  const meant = (order.performers ?? []).flatMap(({ id, tracks }) =>
    tracks.map((mark) => [id, mark] as const),
  );
  const rows: Row[] = await tx.query(
    `SELECT track.shot, array_agg(DISTINCT track.performer) AS performers
     FROM unnest($2::integer[], $3::text[]) AS named(shot, performer)
     JOIN unnest($4::text[], $5::text[]) AS meant(performer, mark) USING (performer)
     JOIN face_tracks track ON track.mark = meant.mark AND track.shot = named.shot
     JOIN dubs ON dubs.source = track.source AND dubs.id = $1
     GROUP BY track.shot`,
    [
      dub,
      named.map(([shot]) => shot),
      named.map(([, id]) => id),
      meant.map(([id]) => id),
      meant.map(([, m]) => m),
    ],
  );
  const now = new Map(rows.map(({ shot, performers }) => [shot, performers]));
  return new Map([...touched].map(([shot, ids]) => [shot, [...new Set([...ids, ...(now.get(shot) ?? [])])]]));
}

/** A take, as far as it tells whose mouths or faces are in it. */
export interface Rendered {
  readonly dub: string;
  readonly run: string;
  readonly performers: readonly string[];
  readonly result: { readonly take: { readonly shot: number } };
}

/** Whose mouths or faces are in some takes, each once. */
export async function performersInTakes(tx: EntityManager, takes: readonly Rendered[]): Promise<string[]> {
  const everybody = new Set<string>();
  for (const [run, own] of Map.groupBy(takes, (take) => take.run)) {
    const [{ order }]: { order: RenderOrder }[] = await tx.query('SELECT "order" FROM runs WHERE id = $1', [
      run,
    ]);
    const [{ dub }] = own;
    const touched = new Map(own.map(({ result, performers }) => [result.take.shot, performers]));
    const now = replacesFaces(order)
      ? await performersInReplacement(tx, { dub, order }, [...touched.keys()])
      : await withOwnersNow(tx, { dub, order }, touched);
    for (const performer of [...everybodyIn(touched), ...everybodyIn(now)]) everybody.add(performer);
  }
  return [...everybody];
}

async function everybodySeenIn(
  tx: EntityManager,
  dub: string,
  shots: readonly number[],
): Promise<PerformersOfShots> {
  if (shots.length === 0) return new Map();
  const rows: Row[] = await tx.query(
    `SELECT t.shot, array_agg(DISTINCT t.performer) AS performers
     FROM face_tracks t JOIN performers p ON p.id = t.performer JOIN dubs d ON d.source = t.source
     WHERE d.id = $1 AND t.shot = ANY($2) AND NOT p.ignored GROUP BY t.shot`,
    [dub, shots],
  );
  return new Map(rows.map(({ shot, performers }) => [shot, performers]));
}

/** Everybody in some shots, each once. */
export const everybodyIn = (performers: PerformersOfShots): string[] => [
  ...new Set([...performers.values()].flat()),
];

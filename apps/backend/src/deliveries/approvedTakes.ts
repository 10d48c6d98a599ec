import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { Takes, type TakeRow } from '../reviews/tables.ts';

/** What of a dub can be delivered. */
export interface Deliverable {
  /** In the order of the film. */
  readonly takes: readonly TakeRow[];
  /** Numbers of the shots that were planned and have no approved take. */
  readonly unapproved: readonly number[];
}

/** What is asked of a dub's plan. */
export interface Wanted {
  readonly dub: string;
  readonly plan: string;
  /** Numbers of shots; `null` for all. */
  readonly shots: readonly number[] | null;
}

/** Finds the approved takes of a dub, and the planned shots that have none. @throws Refusal `shots-unplanned`. */
export async function findApproved(tx: EntityManager, { dub, plan, shots }: Wanted): Promise<Deliverable> {
  const approved = (await tx.findBy(Takes, { dub, state: 'approved' })).toSorted(byShot);
  const planned = await numbersOfPlanned(tx, plan);
  const known = new Set([...planned, ...approved.map(numberOf)]);
  const unknown = (shots ?? []).filter((shot) => !known.has(shot));
  if (unknown.length > 0) {
    throw new Refusal(
      'shots-unplanned',
      `Nothing was planned in ${listShots(unknown)}: leave ${unknown.length === 1 ? 'it' : 'them'} out.`,
    );
  }
  const wanted = new Set(shots ?? known);
  const has = new Set(approved.map(numberOf));
  return {
    takes: approved.filter((take) => wanted.has(numberOf(take))),
    unapproved: planned.filter((shot) => wanted.has(shot) && !has.has(shot)),
  };
}

/** Makes sure that nothing planned is left out by accident. @throws Refusal `shots-unapproved` that names the shots. */
export function requireApproved({ takes, unapproved }: Deliverable, withoutUnapproved: boolean): void {
  if (unapproved.length > 0 && !withoutUnapproved) {
    throw new Refusal(
      'shots-unapproved',
      `There is no approved take of ${listShots(unapproved)}: approve ${unapproved.length === 1 ? 'one' : 'one of each'}, or ask with withoutUnapproved for the original picture there.`,
    );
  }
  if (takes.length > 0) return;
  throw new Refusal(
    'nothing-approved',
    'No take is approved, so there is nothing to deliver: approve some first.',
  );
}

const MOST_SHOTS = 20;

/** Names shots as people read them: `shot 3`, `shots 3, 7 and 12`. */
export function listShots(shots: readonly number[]): string {
  if (shots.length === 1) return `shot ${shots[0]}`;
  const named = shots.slice(0, MOST_SHOTS).map(String);
  const rest = shots.length - named.length;
  const last = rest > 0 ? `${rest} more` : named.pop();
  return `shots ${named.join(', ')} and ${last}`;
}

const numberOf = ({ result }: TakeRow): number => result.take.shot;
const byShot = (a: TakeRow, b: TakeRow): number => numberOf(a) - numberOf(b);

async function numbersOfPlanned(tx: EntityManager, plan: string): Promise<number[]> {
  const rows: { shot: number }[] = await tx.query(
    `SELECT s."index" AS shot FROM planned_shots p JOIN shots s ON s.id = p.shot
     WHERE p.plan = $1 AND p.mouths > 0 ORDER BY 1`,
    [plan],
  );
  return rows.map(({ shot }) => shot);
}

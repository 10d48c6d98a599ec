import type { PlanGroup } from './planGroups.ts';
import { isWorth } from './planView.ts';

/** Which shots are to be rendered: those that somebody chose, or `null` for what is worth it and not rendered yet. */
export type Choice = ReadonlySet<string> | null;

/** Whether a shot can be rendered now: there is something to render, and nobody is at it. */
export const canRender = ({ shot, state }: Pick<PlanGroup, 'shot' | 'state'>): boolean =>
  shot !== null && state !== 'rendering';

/** The shots that are chosen, by their ids; what cannot be rendered never is. */
export function chosenShots(
  groups: readonly PlanGroup[],
  choice: Choice,
  threshold: number,
): ReadonlySet<string> {
  const chosen = groups.filter(
    (group) =>
      canRender(group) &&
      (choice === null ? group.state === 'to-render' && isWorth(group, threshold) : choice.has(group.shot!)),
  );
  return new Set(chosen.map(({ shot }) => shot!));
}

/** A choice in which one shot is, or is not. */
export function withShot(chosen: ReadonlySet<string>, shot: string, wanted: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (wanted) next.add(shot);
  else next.delete(shot);
  return next;
}

/** A choice in which all shots between two are, or are not, both included, as they stand in `order`. */
export function withRange(
  chosen: ReadonlySet<string>,
  order: readonly PlanGroup[],
  [from, to]: readonly [from: string | null, to: string],
  wanted: boolean,
): ReadonlySet<string> {
  const placeOf = (id: string | null): number => order.findIndex(({ shot }) => shot !== null && shot === id);
  const [start, end] = [placeOf(from), placeOf(to)];
  if (start < 0 || end < 0) return withShot(chosen, to, wanted);
  return order
    .slice(Math.min(start, end), Math.max(start, end) + 1)
    .filter(canRender)
    .reduce((next, { shot }) => withShot(next, shot!, wanted), chosen);
}

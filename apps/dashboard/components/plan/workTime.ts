import type { DubCosts } from '#lib/api/renders.ts';
import type { Worker } from '#lib/api/workers.ts';
import type { PlanGroup } from './planGroups.ts';

/** What rendering some shots takes. */
export interface Amount {
  readonly shots: number;
  readonly frames: number;
  /** Of one processor core. */
  readonly seconds: number;
  /** From beginning to end with the workers that are there; `null` while there are none. */
  readonly wallSeconds: number | null;
}

/** An estimate that is off by more than this was not one of rendering. */
const MOST_OFF = 20;

/**
 * How much longer than planned the shots of a dub took that were rendered so far: 1 for just as planned, and while
 * nothing was rendered.
 */
export function paceOf(groups: readonly PlanGroup[], costs: DubCosts | undefined): number {
  const spent = new Map(costs?.shots.map(({ index, workerSeconds }) => [index, workerSeconds]));
  let [took, planned] = [0, 0];
  for (const { index, seconds, state, take } of groups) {
    if (take === null || state === 'rendering' || seconds === 0 || !spent.has(index)) continue;
    took += spent.get(index)!;
    planned += seconds * take.number;
  }
  if (took === 0 || planned === 0) return 1;
  return Math.min(MOST_OFF, Math.max(1 / MOST_OFF, took / planned));
}

/** Workers say that they are there every few seconds; who was quiet for longer does not count. */
const SILENT_MS = 30_000;

/** How many shots the workers that are there render at once, at a moment in milliseconds since 1970. */
export function slotsOf(workers: readonly Worker[], now: number): number {
  return workers
    .filter(({ endedAt, seenAt }) => endedAt === null && now - Date.parse(seenAt) < SILENT_MS)
    .reduce((sum, { concurrency }) => sum + concurrency, 0);
}

/** How long pieces of work take side by side: none is divided. `null` without anybody to do them. */
export function wallSeconds(pieces: readonly number[], slots: number): number | null {
  if (slots === 0) return pieces.length === 0 ? 0 : null;
  const sum = pieces.reduce((all, seconds) => all + seconds, 0);
  const longest = pieces.reduce((most, seconds) => Math.max(most, seconds), 0);
  return Math.max(sum / slots, longest);
}

/** What rendering shots takes at a pace, with so many rendered at once. */
export function amountOf(groups: readonly PlanGroup[], pace: number, slots: number): Amount {
  const pieces = groups.map(({ seconds }) => seconds * pace);
  return {
    shots: groups.length,
    frames: groups.reduce((sum, { frames }) => sum + frames, 0),
    seconds: pieces.reduce((sum, seconds) => sum + seconds, 0),
    wallSeconds: wallSeconds(pieces, slots),
  };
}

/**
 * How long all that is being rendered of a dub still takes, in seconds; `shares` tells how much of a shot is done,
 * 0 to 1, by its number. `null` without anybody to do it.
 */
export function secondsLeft(
  groups: readonly PlanGroup[],
  shares: ReadonlyMap<number, number>,
  { pace, slots }: { readonly pace: number; readonly slots: number },
): number | null {
  const pieces = groups
    .filter(({ state }) => state === 'rendering')
    .map(({ index, seconds }) => seconds * pace * (1 - (shares.get(index) ?? 0)));
  return wallSeconds(pieces, slots);
}

/** Something that is edited, with the way back and forth. */
export interface History<Thing> {
  readonly past: readonly Thing[];
  readonly now: Thing;
  readonly future: readonly Thing[];
  /** What the last edit was of and when, in milliseconds: more of the same soon after belongs to it. */
  readonly last: { readonly what: string; readonly at: number } | null;
}

/** Edits of the same within this time are one step of undoing: a slider that is drawn, a key that is held. */
const TOGETHER_MS = 1000;

/** As far back one can go. */
const MOST = 500;

/** Something before any edit. */
export const openHistory = <Thing>(now: Thing): History<Thing> => ({ past: [], now, future: [], last: null });

/** After an edit; `what` names what was edited, `at` when in milliseconds. */
export function did<Thing>(history: History<Thing>, now: Thing, what: string, at: number): History<Thing> {
  const { past, last } = history;
  const goesOn = last !== null && last.what === what && at - last.at < TOGETHER_MS && past.length > 0;
  return {
    past: goesOn ? past : [...past, history.now].slice(-MOST),
    now,
    future: [],
    last: { what, at },
  };
}

/** One step back; the same where there is none. */
export function undone<Thing>(history: History<Thing>): History<Thing> {
  const { past, now, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), now: past[past.length - 1], future: [now, ...future], last: null };
}

/** One step forth again; the same where there is none. */
export function redone<Thing>(history: History<Thing>): History<Thing> {
  const { past, now, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, now], now: future[0], future: future.slice(1), last: null };
}

import type { Face } from '#lib/api/cast.ts';

/** Where somebody is seen. */
export interface Seen {
  /** The first frame with their face, and the number of its shot. */
  readonly first: { readonly frame: number; readonly shot: number };
  /** The path of an SVG of the size of `STRIP` that marks where along the film they are seen. */
  readonly strip: string;
}

/** How wide and high the strip is along which it is marked where somebody is seen. */
export const STRIP = { width: 160, height: 6 } as const;

/** Where everybody is seen in a film of so many frames, by performer. */
export function whereSeen(faces: readonly Face[], frames: number): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const [performer, own] of Map.groupBy(faces, (face) => face.performer)) {
    const inOrder = own.toSorted((a, b) => a.start - b.start);
    const [{ start: frame, shot }] = inOrder;
    const spans = inOrder.map(({ start, end }) => [start, end] as const);
    seen.set(performer, { first: { frame, shot }, strip: stripPath(spans, frames) });
  }
  return seen;
}

/**
 * The path that marks spans along a film of `frames` frames, from each first frame up to, not including, each last.
 * What is seen for a moment stays a mark that can be seen; marks that touch are one.
 */
export function stripPath(spans: readonly (readonly [start: number, end: number])[], frames: number): string {
  const { width, height } = STRIP;
  const marks: [from: number, to: number][] = [];
  for (const [start, end] of spans) {
    const from = Math.min(width - 1, Math.floor((start / frames) * width));
    const to = Math.max(from + 1, Math.round((end / frames) * width));
    const last = marks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks.map(([from, to]) => `M${from} 0H${to}V${height}H${from}Z`).join('');
}

import type { Face } from '#lib/api/cast.ts';

/** Where somebody is seen. */
export interface Seen {
  /** The first frame with their face, and the number of its shot. */
  readonly first: { readonly frame: number; readonly shot: number };
  /** Frames from, up to and not including, ascending by start. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Where everybody is seen, by performer. */
export function whereSeen(faces: readonly Face[]): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const [performer, own] of Map.groupBy(faces, (face) => face.performer)) {
    const inOrder = own.toSorted((a, b) => a.start - b.start);
    const [{ start: frame, shot }] = inOrder;
    seen.set(performer, {
      first: { frame, shot },
      spans: inOrder.map(({ start, end }) => [start, end] as const),
    });
  }
  return seen;
}

/**
 * The path of an SVG that marks spans along a film of `frames` frames in a strip of `width` by `height`. What is seen
 * for a moment stays a mark that can be seen; marks that touch are one.
 */
export function stripPath(
  spans: Seen['spans'],
  frames: number,
  { width, height }: { readonly width: number; readonly height: number },
): string {
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

/** Spans of frames in the order of their starts, as columns of numbers: what is visible is found without looking at all. */
export interface Spans {
  readonly starts: Float64Array;
  /** The frame after the last one of each; may lie within a frame. */
  readonly ends: Float64Array;
  /** The furthest end of all spans up to each, so ascending even where spans lie over each other. */
  readonly reach: Float64Array;
}

/** Spans as columns; they must come in the order of their starts. */
export function spansOf(list: readonly { readonly start: number; readonly end: number }[]): Spans {
  const starts = new Float64Array(list.length);
  const ends = new Float64Array(list.length);
  const reach = new Float64Array(list.length);
  let furthest = 0;
  list.forEach(({ start, end }, at) => {
    furthest = Math.max(furthest, end);
    starts[at] = start;
    ends[at] = end;
    reach[at] = furthest;
  });
  return { starts, ends, reach };
}

/** The first place in ascending numbers that is greater than `value`; their count when none is. */
export function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where to begin to look for spans that are seen from `frame` on. */
export const firstSeen = ({ reach }: Spans, frame: number): number => firstAbove(reach, frame);

/** The last span that has a frame; -1 when none has. */
export function spanAt(spans: Spans, frame: number): number {
  const after = firstAbove(spans.starts, frame);
  for (let at = after - 1; at >= 0 && spans.reach[at] > frame; at--) if (spans.ends[at] > frame) return at;
  return -1;
}

/** The last span that starts at a frame or before; -1 when all start later. */
export const startedAt = ({ starts }: Spans, frame: number): number => firstAbove(starts, frame) - 1;

import type { TimelineModel } from './timelineModel.ts';

/** What a row shows. */
export type RowKind = 'ruler' | 'strip' | 'shots' | 'face' | 'sound' | 'lines' | 'marks';

/** One row of a timeline. */
export interface Row {
  readonly kind: RowKind;
  /** Which one of its kind. */
  readonly index: number;
  /** Pixels from the top of what it belongs to. */
  readonly top: number;
  readonly height: number;
}

/** Which rows somebody wants to see besides ruler, pictures and shots. */
export interface ShownRows {
  readonly faces: boolean;
  readonly sound: boolean;
  readonly lines: boolean;
}

/** The rows of a timeline: some always in sight at the top, some below them that scroll, some pinned under those. */
export interface RowLayout {
  readonly fixed: readonly Row[];
  readonly fixedHeight: number;
  readonly lanes: readonly Row[];
  readonly lanesHeight: number;
  readonly pinned: readonly Row[];
  readonly pinnedHeight: number;
  /** Where the pinned ones begin, from the top of everything. */
  readonly pinnedTop: number;
}

/** Pixels; a row of lines gets its height for each level. */
export const ROW_HEIGHT: Readonly<Record<RowKind, number>> = {
  ruler: 24,
  strip: 48,
  shots: 24,
  face: 26,
  sound: 40,
  lines: 20,
  marks: 18,
};

/** Two faces must be in sight before what is heard and said is pinned under them. */
const LEAST_LANES = 2 * ROW_HEIGHT.face;

/** Lays out the rows of a model in a height; what is heard and said stays in sight where there is room for it. */
export function layRows(model: TimelineModel, shown: ShownRows, height: number): RowLayout {
  const many = (kind: RowKind, count: number) => Array.from({ length: count }, () => [kind, 1] as const);
  const fixed = stack([['ruler', 1], ...many('strip', model.pictures ? 1 : 0), ['shots', 1]]);
  const seen = [...many('marks', model.marks.length), ...many('face', shown.faces ? model.faces.length : 0)];
  const heard = [
    ...many('sound', shown.sound && model.sound ? 1 : 0),
    ...(shown.lines ? model.lines.map(({ levelCount }) => ['lines', levelCount] as const) : []),
  ];
  const fixedHeight = heightOf(fixed);
  const fits = fixedHeight + LEAST_LANES + heightOf(stack(heard)) <= height;
  const lanes = stack(fits ? seen : [...seen, ...heard]);
  const pinned = stack(fits ? heard : []);
  const [lanesHeight, pinnedHeight] = [heightOf(lanes), heightOf(pinned)];
  const pinnedTop = Math.min(height - pinnedHeight, fixedHeight + lanesHeight);
  return { fixed, fixedHeight, lanes, lanesHeight, pinned, pinnedHeight, pinnedTop };
}

function stack(kinds: readonly (readonly [kind: RowKind, levels: number])[]): Row[] {
  const counts = new Map<RowKind, number>();
  let top = 0;
  return kinds.map(([kind, levels]) => {
    const index = counts.get(kind) ?? 0;
    counts.set(kind, index + 1);
    const row = { kind, index, top, height: ROW_HEIGHT[kind] * levels };
    top += row.height;
    return row;
  });
}

const heightOf = (rows: readonly Row[]): number => {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.top + last.height;
};

/** The row at a height, where the lanes are scrolled down by some pixels; `undefined` below all. */
export function rowAt(layout: RowLayout, y: number, scrollTop: number): Row | undefined {
  const { fixed, fixedHeight, lanes, pinned, pinnedTop } = layout;
  if (y < fixedHeight) return rowIn(fixed, y);
  if (pinned.length > 0 && y >= pinnedTop) return rowIn(pinned, y - pinnedTop);
  return rowIn(lanes, y - fixedHeight + scrollTop);
}

const rowIn = (rows: readonly Row[], at: number): Row | undefined =>
  rows.find(({ top, height }) => at >= top && at < top + height);

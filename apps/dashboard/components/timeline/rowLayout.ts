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

/** The rows of a timeline: some always in sight, the others scrolled below them. */
export interface RowLayout {
  readonly fixed: readonly Row[];
  readonly fixedHeight: number;
  readonly lanes: readonly Row[];
  readonly lanesHeight: number;
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

/** Lays out the rows of a model. */
export function layRows(model: TimelineModel, shown: ShownRows): RowLayout {
  const fixed = stack([['ruler', 1], ...(model.pictures ? ([['strip', 1]] as const) : []), ['shots', 1]]);
  const many = (kind: RowKind, count: number) => Array.from({ length: count }, () => [kind, 1] as const);
  const lanes = stack([
    ...many('marks', model.marks.length),
    ...many('face', shown.faces ? model.faces.length : 0),
    ...many('sound', shown.sound && model.sound ? 1 : 0),
    ...(shown.lines ? model.lines.map(({ levelCount }) => ['lines', levelCount] as const) : []),
  ]);
  return { fixed, fixedHeight: heightOf(fixed), lanes, lanesHeight: heightOf(lanes) };
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
  const [rows, at] =
    y < layout.fixedHeight
      ? [layout.fixed, y]
      : ([layout.lanes, y - layout.fixedHeight + scrollTop] as const);
  return rows.find(({ top, height }) => at >= top && at < top + height);
}

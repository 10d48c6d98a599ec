import type { PlanFound, PlanGroup, SaidLine } from './planGroups.ts';

/** Which lines are looked at. */
export const SHOWN = ['worth', 'all', 'left-out'] as const;

/** Which lines are looked at: those of shots that are worth rendering, all, or those that get no new mouth. */
export type Shown = (typeof SHOWN)[number];

/** In which order: as in the film, or what is off most first. */
export type Order = 'film' | 'mismatch';

/** What somebody looks at. */
export interface View {
  readonly shown: Shown;
  readonly order: Order;
  /** Shots that are off by less are not worth it, 0 to 1. */
  readonly threshold: number;
}

/** A row of the table. */
export type PlanRow =
  | { readonly kind: 'shot'; readonly group: PlanGroup }
  | { readonly kind: 'line'; readonly group: PlanGroup | null; readonly line: SaidLine }
  | { readonly kind: 'unheard'; readonly count: number };

/** What tells a row from all others. */
export function keyOfRow(row: PlanRow): string {
  if (row.kind === 'unheard') return 'unheard';
  const at = row.group === null ? 'none' : `${row.group.index}`;
  return row.kind === 'shot' ? at : `${at}/${row.line.planned.index}`;
}

/** Whether a shot is worth rendering: its old mouths do not match, by as much as is asked for where that is known. */
export const isWorth = (
  { shot, matches, mismatch }: Pick<PlanGroup, 'shot' | 'matches' | 'mismatch'>,
  threshold: number,
): boolean => shot !== null && !matches && (mismatch === null || mismatch >= threshold);

/** The shots that somebody looks at, in the order that they wish. */
export function groupsIn({ groups }: PlanFound, { shown, order, threshold }: View): readonly PlanGroup[] {
  const wanted = groups.flatMap((group) => {
    if (shown === 'all') return [group];
    if (shown === 'worth') return isWorth(group, threshold) ? [group] : [];
    const lines = group.lines.filter(isLeftOut);
    return lines.length > 0 ? [{ ...group, lines }] : [];
  });
  if (order === 'film') return wanted;
  return wanted
    .toSorted((a, b) => rankOf(b.mismatch) - rankOf(a.mismatch) || a.index - b.index)
    .map((group) => ({
      ...group,
      lines: group.lines.toSorted((a, b) => rankOf(b.planned.mismatch) - rankOf(a.planned.mismatch)),
    }));
}

const isLeftOut = ({ planned }: SaidLine): boolean => planned.leftOut !== null;

/** What cannot be compared stands behind everything that can. */
const rankOf = (mismatch: number | null): number => mismatch ?? -1;

/** The rows of the table: each shot with its lines below it, then the lines that are heard in none. */
export function rowsIn(groups: readonly PlanGroup[], unheard: readonly SaidLine[], shown: Shown): PlanRow[] {
  const rows = groups.flatMap((group): PlanRow[] => [
    { kind: 'shot', group },
    ...group.lines.map((line): PlanRow => ({ kind: 'line', group, line })),
  ]);
  if (shown === 'worth' || unheard.length === 0) return rows;
  return [
    ...rows,
    { kind: 'unheard', count: unheard.length },
    ...unheard.map((line): PlanRow => ({ kind: 'line', group: null, line })),
  ];
}

/** How many lines get no new mouth; one that is heard in several shots counts once. */
export function countLeftOut({ groups, unheard }: PlanFound): number {
  const lines = groups.flatMap((group) => group.lines.filter(isLeftOut));
  return unheard.length + new Set(lines.map(({ planned }) => planned.index)).size;
}

import type { PlanGroup } from './planGroups.ts';
import type { PlanRow } from './planView.ts';
import type { PlanFacts } from './usePlanData.ts';

type Where = Pick<PlanFacts, 'title' | 'home'>;

/** Where a shot is looked at: in review once it was rendered, before that in the film. */
export const placeOfShot = (
  { title, home }: Where,
  { index, take }: Pick<PlanGroup, 'index' | 'take'>,
): string => (take === null ? `/titles/${title}?shot=${index}` : `${home}/review?shot=${index}`);

/** Where a line is edited, by its number from 0. */
export const placeOfLine = ({ home }: Where, line: number): string => `${home}/lines?line=${line}`;

/** Where what a row shows is looked at or changed. */
export function placeOfRow(where: Where, row: PlanRow): string | null {
  if (row.kind === 'unheard') return null;
  return row.kind === 'shot' ? placeOfShot(where, row.group) : placeOfLine(where, row.line.planned.index);
}

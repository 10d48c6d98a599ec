import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { canRender } from './choice.ts';
import { placeOfRow } from './places.ts';
import type { PlanGroup } from './planGroups.ts';
import type { PlanRow, View } from './planView.ts';
import type { Choosing } from './useChoice.ts';
import type { Cursor } from './useCursor.ts';
import type { PlanFacts } from './usePlanData.ts';

interface Desk {
  readonly rows: readonly PlanRow[];
  readonly cursor: Cursor;
  readonly choosing: Choosing;
  readonly view: View;
  readonly facts: PlanFacts;
  readonly onView: (view: View) => void;
  readonly onRender: () => void;
}

/** Gives a plan its keys. */
export function usePlanKeys({ rows, cursor, choosing, view, facts, onView, onRender }: Desk): void {
  const t = useTranslations();
  const router = useRouter();
  const { at, row } = cursor;
  const move = (by: number): void => {
    const to = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (to !== undefined) cursor.go(to);
  };
  const isChosen = ({ shot }: PlanGroup): boolean => shot !== null && choosing.chosen.has(shot);
  const group = row === undefined || row.kind === 'unheard' ? null : row.group;
  const toggle = (): void => {
    if (group !== null) choosing.toggle(group, !isChosen(group), false);
  };
  const extend = (way: 1 | -1): void => {
    const to = shotBeside(rows, at, way);
    if (to === undefined) return;
    if (group !== null && canRender(group) && !isChosen(group)) choosing.toggle(group, true, false);
    if (canRender(to.group)) choosing.toggle(to.group, true, false);
    cursor.go(to);
  };
  const open = (): void => {
    const place = row === undefined ? null : placeOfRow(facts, row);
    if (place !== null) router.push(place);
  };
  const order = view.order === 'film' ? 'mismatch' : 'film';
  useShortcuts('plan', t('shell.here'), [
    { keys: 'j', does: t('plan.keyDown'), run: () => move(1) },
    { keys: 'k', does: t('plan.keyUp'), run: () => move(-1) },
    { keys: 'ArrowDown', does: t('plan.keyDown'), run: () => move(1) },
    { keys: 'ArrowUp', does: t('plan.keyUp'), run: () => move(-1) },
    { keys: 'Space', does: t('plan.keyChoose'), run: toggle },
    { keys: 'Shift+ArrowDown', does: t('plan.keyChooseDown'), run: () => extend(1) },
    { keys: 'Shift+ArrowUp', does: t('plan.keyChooseUp'), run: () => extend(-1) },
    { keys: 'a', does: t('plan.keyAll'), run: choosing.chooseAll },
    { keys: 'n', does: t('plan.keyNone'), run: choosing.chooseNone },
    { keys: 'v', does: t('plan.chooseWorth'), run: choosing.chooseWorth },
    ...(facts.kind === 'dub'
      ? [{ keys: 'o', does: t('plan.keyOrder'), run: () => onView({ ...view, order }) }]
      : []),
    { keys: 'Enter', does: t('plan.keyOpen'), run: open },
    { keys: 'r', does: t('plan.keyRender'), run: onRender },
  ]);
}

/** The row of the next shot after a place, or of the one before it. */
function shotBeside(
  rows: readonly PlanRow[],
  at: number,
  way: 1 | -1,
): (PlanRow & { readonly kind: 'shot' }) | undefined {
  for (let place = at + way; place >= 0 && place < rows.length; place += way) {
    const row = rows[place];
    if (row.kind === 'shot') return row;
  }
  return undefined;
}

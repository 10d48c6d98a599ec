'use client';

import { useTranslations } from 'use-intl';
import { useShortcuts, type Shortcut } from '#components/keyboard/index.ts';
import { goToNeighbour } from './cardFocus.ts';
import { ARROWS } from './stepping.ts';
import type { Board } from './useBoard.ts';

/** What the keys of the board do with those who are meant. */
export interface KeyActs {
  readonly open: (id: string) => void;
  readonly mergeInto: (id: string) => void;
  readonly ignore: (ids: readonly string[]) => void;
  readonly record: (ids: readonly string[]) => void;
  readonly all: readonly string[];
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
}

/** Enter presses what has the focus, as it would without this page's keys. */
function pressed({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || !target.matches('button, a, summary')) return false;
  target.click();
  return true;
}

/** Gives the board of faces its keys. */
export function useBoardKeys(board: Board, acts: KeyActs): void {
  const t = useTranslations('cast');
  const { current, joining, chosen } = board;
  const meant = (): readonly string[] => (chosen.size > 0 ? [...chosen] : current === null ? [] : [current]);
  const withMeant = (act: (ids: readonly string[]) => void) => (): void => {
    if (meant().length > 0) act(meant());
  };
  const enter = (event: KeyboardEvent): void => {
    if (pressed(event) || current === null) return;
    if (joining === null) acts.open(current);
    else acts.mergeInto(current);
  };
  const leave = (): void => {
    if (joining !== null) board.join(null);
    else board.choose([]);
  };
  const editing: Shortcut[] = [
    { keys: 'r', does: t('keyRename'), run: () => board.rename(current) },
    { keys: 'm', does: t('keyMerge'), run: withMeant(board.join) },
    { keys: 'i', does: t('keyIgnore'), run: withMeant(acts.ignore) },
  ];
  useShortcuts('cast', t('cast'), [
    ...ARROWS.map((keys) => ({
      keys,
      does: t(`key${keys}`),
      run: () => goToNeighbour('data-card', current, keys),
    })),
    { keys: 'Enter', does: t('keyOpen'), run: enter },
    ...(acts.mayEdit ? editing : []),
    ...(acts.mayRecord ? [{ keys: 'b', does: t('keyRecord'), run: withMeant(acts.record) }] : []),
    { keys: 'x', does: t('keyChoose'), run: () => current !== null && board.toggle(current, false) },
    { keys: '$mod+a', does: t('keyChooseAll'), run: () => board.choose(acts.all) },
    { keys: 'Escape', does: t('keyLeave'), run: leave },
  ]);
}

'use client';

import { useTranslations } from 'use-intl';
import { useShortcuts, type Shortcut } from '#components/keyboard/index.ts';
import { goToNeighbour } from './cardFocus.ts';
import { ARROWS } from './stepping.ts';
import type { Board } from './useBoard.ts';
import type { BoardActs } from './useBoardActs.ts';

interface KeyActs {
  readonly acts: BoardActs;
  readonly onOpen: (id: string) => void;
  readonly record: (ids: readonly string[]) => void;
  /** The ids of all cards. */
  readonly all: readonly string[];
  readonly mayEdit: boolean;
  readonly mayRecord: boolean;
}

/** Gives the board of faces its keys. */
export function useBoardKeys(board: Board, { acts, onOpen, record, all, ...may }: KeyActs): void {
  const t = useTranslations('cast');
  const { current, joining, chosen } = board;
  const meant = (): readonly string[] => (chosen.size > 0 ? [...chosen] : current === null ? [] : [current]);
  const withMeant = (act: (ids: readonly string[]) => void) => (): void => {
    if (meant().length > 0) act(meant());
  };
  // A card that has the focus is a button, which Enter presses anyway.
  const enter = (): void => {
    if (current === null) return;
    if (joining === null) onOpen(current);
    else acts.joinWith(joining, current);
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
    ...(may.mayEdit ? editing : []),
    ...(may.mayRecord ? [{ keys: 'b', does: t('keyRecord'), run: withMeant(record) }] : []),
    { keys: 'x', does: t('keyChoose'), run: () => current !== null && board.toggle(current, false) },
    { keys: '$mod+a', does: t('keyChooseAll'), run: () => board.choose(all) },
    { keys: 'Escape', does: t('keyLeave'), run: leave },
  ]);
}

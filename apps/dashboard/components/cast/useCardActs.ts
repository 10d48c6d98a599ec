'use client';

import { focusCard } from './cardFocus.ts';
import type { CardActs } from './cardActs.ts';
import type { Board } from './useBoard.ts';
import type { BoardActs } from './useBoardActs.ts';
import type { BeginCarrying } from './useCarrying.tsx';
import { useSteady } from './useSteady.ts';

interface OnCards {
  readonly board: Board;
  readonly acts: BoardActs;
  readonly onOpen: (id: string) => void;
  readonly record: (ids: readonly string[]) => void;
  readonly begin: BeginCarrying;
}

/** What is done from cards; what is done with a chosen one is done with all that are chosen. */
export function useCardActs({ board, acts, onOpen, record, begin }: OnCards): CardActs {
  return useSteady<CardActs>({
    press: (id, { shiftKey, ctrlKey, metaKey }) => {
      if (board.joining !== null) acts.joinWith(board.joining, id);
      else if (shiftKey || ctrlKey || metaKey) board.toggle(id, shiftKey);
      else onOpen(id);
    },
    toggle: board.toggle,
    open: onOpen,
    rename: (id) => {
      board.rename(id);
      if (id === null && board.renaming !== null) focusCard('data-card', board.renaming);
    },
    saveName: acts.saveName,
    ignore: (id) => acts.ignore(board.meant(id)),
    join: (id) => board.join(board.meant(id)),
    record: (id) => record(board.meant(id)),
    carry: (carried, event) => {
      const all = carried.kind === 'performers' ? board.meant(carried.ids[0]) : null;
      begin(all === null ? carried : { kind: 'performers', ids: all }, event);
    },
    focus: board.focus,
  });
}

'use client';

import { useEffect, useState } from 'react';
import { focusCard } from './cardFocus.ts';
import { rangeAdded, toggled } from './choosing.ts';

/** Where somebody is on the board of faces. */
export interface Board {
  /** The card that keys act on. */
  readonly current: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly renaming: string | null;
  /** Those of whom is to be said whom they are the same person as; `null` when nothing is to be said. */
  readonly joining: readonly string[] | null;
  readonly focus: (id: string) => void;
  /** Adds one to the choice or takes it out; with `range`, adds all from the last one up to it. */
  readonly toggle: (id: string, range: boolean) => void;
  readonly choose: (ids: readonly string[]) => void;
  readonly rename: (id: string | null) => void;
  readonly join: (ids: readonly string[] | null) => void;
  /** What an act on a card is meant for: all that are chosen when it is one of them, else itself. */
  readonly meant: (id: string) => readonly string[];
}

/**
 * Keeps where somebody is on the board; `order` is that of the cards, and nobody who is not in it is chosen. Who comes
 * back from the faces of `cameFrom` is there again.
 */
export function useBoard(order: readonly string[], cameFrom: string | null): Board {
  const [current, setCurrent] = useState(cameFrom);
  useEffect(() => {
    if (cameFrom !== null) focusCard('data-card', cameFrom);
  }, [cameFrom]);
  const [all, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const [renaming, rename] = useState<string | null>(null);
  const [joining, join] = useState<readonly string[] | null>(null);
  const there = new Set(order);
  const chosen = new Set([...all].filter((id) => there.has(id)));
  return {
    current: current !== null && there.has(current) ? current : (order[0] ?? null),
    ...{ chosen, renaming, joining, rename, join },
    focus: setCurrent,
    toggle: (id, range) => {
      setChosen(range ? rangeAdded(chosen, order, [last, id]) : toggled(chosen, id));
      setLast(id);
    },
    choose: (ids) => setChosen(new Set(ids)),
    meant: (id) => (chosen.has(id) ? [...chosen] : [id]),
  };
}

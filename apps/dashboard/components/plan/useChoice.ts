import { useCallback, useMemo, useRef, useState } from 'react';
import { canRender, chosenShots, withRange, withShot, type Choice } from './choice.ts';
import type { PlanFound, PlanGroup } from './planGroups.ts';

/** What is chosen to be rendered, and choosing. */
export interface Choosing {
  /** By their ids. */
  readonly chosen: ReadonlySet<string>;
  /** Whether it is what is worth it, because nobody chose otherwise. */
  readonly asWorth: boolean;
  /** Chooses a shot or not; `range`: and all between it and the one before. */
  readonly toggle: (group: PlanGroup, wanted: boolean, range: boolean) => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
  readonly chooseWorth: () => void;
  /** Takes shots out of the choice. */
  readonly leaveOut: (shots: readonly string[]) => void;
}

interface Among {
  readonly found: PlanFound;
  /** Those that are looked at, in their order. */
  readonly shown: readonly PlanGroup[];
  readonly threshold: number;
  /** Somebody chooses anew. */
  readonly onChoose: () => void;
}

/** Lets shots be chosen. */
export function useChoice({ found, shown, threshold, onChoose }: Among): Choosing {
  const [choice, set] = useState<Choice>(null);
  const anchor = useRef<string | null>(null);
  const { groups } = found;
  const chosen = useMemo(() => chosenShots(groups, choice, threshold), [groups, choice, threshold]);
  const setChoice = useCallback(
    (next: Choice | ((before: Choice) => Choice)) => {
      set(next);
      onChoose();
    },
    [onChoose],
  );
  const change = useCallback(
    (next: (chosen: ReadonlySet<string>) => ReadonlySet<string>) =>
      setChoice((before) => next(chosenShots(groups, before, threshold))),
    [groups, threshold, setChoice],
  );
  const toggle = useCallback(
    (group: PlanGroup, wanted: boolean, range: boolean) => {
      if (!canRender(group)) return;
      const [from, to] = [anchor.current, group.shot!];
      anchor.current = to;
      change((before) =>
        range ? withRange(before, shown, [from, to], wanted) : withShot(before, to, wanted),
      );
    },
    [change, shown],
  );
  return {
    ...{ chosen, toggle },
    asWorth: choice === null,
    chooseAll: () => setChoice(new Set([...chosen, ...shown.filter(canRender).map(({ shot }) => shot!)])),
    chooseNone: () => setChoice(new Set()),
    chooseWorth: () => setChoice(null),
    leaveOut: (shots) => change((before) => new Set([...before].filter((shot) => !shots.includes(shot)))),
  };
}

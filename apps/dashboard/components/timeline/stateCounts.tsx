import { useMemo, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import type { ListedShot } from './shotList.ts';
import { SHOT_STATES, type ShotState } from './shotStates.ts';
import { StateSign } from './stateSign.tsx';

interface StateCountsProps {
  readonly shots: readonly ListedShot[];
  readonly selected: number | null;
  readonly onSelect: (shot: number) => void;
}

/** How many shots stand where; pressing one goes to the next of them. */
export function StateCounts({ shots, selected, onSelect }: StateCountsProps): ReactElement {
  const t = useTranslations('film');
  const counts = useMemo(() => Map.groupBy(shots, ({ state }) => state), [shots]);
  const next = (state: ShotState): void => {
    const those = counts.get(state)!;
    onSelect((those.find(({ index }) => index > (selected ?? -1)) ?? those[0]).index);
  };
  return (
    <div role="group" aria-label={t('states')} className="flex min-w-0 items-center overflow-x-auto">
      {SHOT_STATES.filter((state) => counts.has(state)).map((state) => (
        <button
          key={state}
          type="button"
          title={t('nextOfState', { state: t(state) })}
          onClick={() => next(state)}
          className="flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-dim hover:bg-hover hover:text-text"
        >
          <StateSign state={state} />
          <span>
            {counts.get(state)!.length} {t(state)}
          </span>
        </button>
      ))}
    </div>
  );
}

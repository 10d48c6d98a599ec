import type { ReactElement, ReactNode } from 'react';
import { ArrowDownWideNarrow, Film } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import { SHOWN, type Order, type Shown, type View } from './planView.ts';

interface ViewBarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  /** How many there are of each kind: shots, but lines of those that are left out. */
  readonly counts: Readonly<Record<Shown, number>>;
}

const ORDERS = { film: Film, mismatch: ArrowDownWideNarrow } as const;

/** What is looked at, in which order, from which mismatch on. */
export function ViewBar({ view, onView, counts }: ViewBarProps): ReactElement {
  const t = useTranslations('plan');
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5">
      <div role="group" aria-label={t('whichLines')} className="flex">
        {SHOWN.map((shown) => (
          <Choice key={shown} on={view.shown === shown} onPick={() => onView({ ...view, shown })}>
            {t(`shown-${shown}`, { count: counts[shown] })}
          </Choice>
        ))}
      </div>
      <div role="group" aria-label={t('order')} className="flex">
        {(Object.keys(ORDERS) as Order[]).map((order) => {
          const Icon = ORDERS[order];
          return (
            <Choice key={order} on={view.order === order} onPick={() => onView({ ...view, order })}>
              <Icon size={14} aria-hidden />
              {t(`order-${order}`)}
            </Choice>
          );
        })}
      </div>
      <Threshold threshold={view.threshold} onThreshold={(threshold) => onView({ ...view, threshold })} />
    </div>
  );
}

interface ChoiceProps {
  readonly on: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

const Choice = ({ on, onPick, children }: ChoiceProps): ReactElement => (
  <button
    type="button"
    aria-pressed={on}
    onClick={onPick}
    className={classes(
      'flex h-7 items-center gap-1.5 border border-l-0 border-line px-2.5 whitespace-nowrap first:rounded-l-md first:border-l last:rounded-r-md',
      on ? 'bg-hover text-accent' : 'text-dim hover:bg-hover hover:text-text',
    )}
  >
    {children}
  </button>
);

interface ThresholdProps {
  readonly threshold: number;
  readonly onThreshold: (threshold: number) => void;
}

function Threshold({ threshold, onThreshold }: ThresholdProps): ReactElement {
  const t = useTranslations('plan');
  const format = useFormatter();
  const said = format.number(threshold, { style: 'percent' });
  return (
    <label className="flex items-center gap-2 text-dim" title={t('thresholdHint')}>
      {t('threshold')}
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={threshold}
        aria-valuetext={said}
        onChange={({ currentTarget }) => onThreshold(Number(currentTarget.value))}
        className="h-6 w-32 accent-accent"
      />
      <span aria-hidden className="w-9 text-right tabular-nums">
        {said}
      </span>
    </label>
  );
}

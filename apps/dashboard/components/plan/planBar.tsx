import type { ReactElement, ReactNode } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { Plan } from '#lib/api/planLines.ts';
import { useDubCosts } from '#lib/api/renders.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';

interface PlanBarProps {
  readonly dub: string;
  readonly plan: Plan;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** When a dub was planned, how much of it could be rendered, and what it has cost so far. */
export function PlanBar({ dub, plan, children }: PlanBarProps): ReactElement {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const { data: costs } = useDubCosts(dub, useMay()('runs:read'));
  const { shots, frames, seconds, madeAt } = plan;
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-panel px-3 py-1">
      <p>
        {t('plan.plannedAt', {
          at: format.dateTime(new Date(madeAt), { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </p>
      <p className="text-dim tabular-nums">
        {t('common.shots', { count: shots })} · {t('common.frames', { count: frames })} ·{' '}
        {t('plan.workerTimeOf', { time: nameOfDuration(seconds, locale) })}
      </p>
      <div className="ml-auto flex items-center gap-4">
        {costs !== undefined && (
          <p className="text-dim tabular-nums">
            {t('plan.costSoFar', { time: nameOfDuration(costs.workerSeconds, locale) })}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

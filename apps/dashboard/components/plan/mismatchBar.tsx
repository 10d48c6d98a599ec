import type { ReactElement } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { MismatchReason } from './planGroups.ts';

interface MismatchBarProps {
  /** 0 to 1; `null` where no mouth can be compared. */
  readonly mismatch: number | null;
  readonly reason: MismatchReason | null;
}

/** How visibly an old mouth says something else, and what shows it most. */
export function MismatchBar({ mismatch, reason }: MismatchBarProps): ReactElement {
  const t = useTranslations('plan');
  const format = useFormatter();
  if (mismatch === null) return <span className="text-dim">{t('notCompared')}</span>;
  const words = reason === null ? '' : t(`off-${reason}`);
  return (
    <span
      className="flex min-w-0 flex-col gap-1"
      title={reason === null ? undefined : t(`offLong-${reason}`)}
    >
      <span className="flex items-center gap-2">
        <span aria-hidden className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-sm bg-hover">
          <span
            className={`block h-full ${reason === 'fits' ? 'bg-matches' : 'bg-to-render'}`}
            style={{ width: `${Math.round(mismatch * 100)}%` }}
          />
        </span>
        <span className="w-9 shrink-0 text-right text-xs tabular-nums">
          {format.number(mismatch, { style: 'percent' })}
        </span>
      </span>
      <span className="truncate text-xs text-dim">{words}</span>
    </span>
  );
}

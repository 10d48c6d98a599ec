'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Keys } from '#components/ui/index.ts';
import type { PendingVerdict } from './verdictQueue.ts';
import { keepFocus } from './keepFocus.ts';

interface PendingVerdictsProps {
  readonly pending: readonly PendingVerdict[];
  readonly onUndo: () => void;
}

/** What was decided just now, while it can still be taken back. */
export function PendingVerdicts({ pending, onUndo }: PendingVerdictsProps): ReactElement {
  const t = useTranslations('review');
  const newest = pending.findLast(({ sending }) => !sending);
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center">
      {newest && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-md border border-line bg-raised px-3 py-1.5 shadow-2xl">
          {t(newest.decision.verdict === 'approved' ? 'approvedNow' : 'sentBackNow', {
            shot: newest.take.index + 1,
            take: newest.take.number,
          })}
          <Button onMouseDown={keepFocus} onClick={onUndo}>
            {t('takeBack')} <Keys>Ctrl Z</Keys>
          </Button>
        </div>
      )}
    </div>
  );
}

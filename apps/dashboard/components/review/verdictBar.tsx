'use client';

import type { ReactElement } from 'react';
import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Keys } from '#components/ui/index.ts';
import type { Take } from '#lib/api/takes.ts';
import { keepFocus } from './keepFocus.ts';

interface VerdictBarProps {
  readonly take: Take | undefined;
  readonly may: boolean;
  readonly onApprove: () => void;
  readonly onSendBack: () => void;
}

/** What is done with a take: approve it, or send it back. */
export function VerdictBar({ take, may, onApprove, onSendBack }: VerdictBarProps): ReactElement {
  const t = useTranslations('review');
  const tc = useTranslations('common');
  const why = may ? undefined : tc('notAllowed');
  return (
    <div className="grid grid-cols-2 gap-2 border-b border-line p-3">
      <Button
        kind="main"
        icon={Check}
        title={why}
        disabled={!may || take === undefined || take.state === 'approved'}
        onMouseDown={keepFocus}
        onClick={onApprove}
      >
        {t('approve')} <Keys>Y</Keys>
      </Button>
      <Button
        icon={Undo2}
        title={why}
        disabled={!may || take === undefined || !canBeSentBack(take)}
        onMouseDown={keepFocus}
        onClick={onSendBack}
      >
        {t('sendBack')} <Keys>X</Keys>
      </Button>
    </div>
  );
}

/** Whether a take is where it can be sent back from. */
export const canBeSentBack = ({ state }: Pick<Take, 'state'>): boolean =>
  state === 'to-review' || state === 'approved';

'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, ProblemNote } from '#components/ui/index.ts';

interface FormActsProps {
  /** What the button says. */
  readonly act: string;
  readonly busy: boolean;
  readonly problem: unknown;
  /** Whether something is still missing. */
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

/** What stands below a form in a window: what went wrong, and the way on and back. */
export function FormActs({ act, busy, problem, disabled, onCancel }: FormActsProps): ReactElement {
  const t = useTranslations('common');
  return (
    <>
      {problem !== null && <ProblemNote error={problem} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="submit" kind="main" busy={busy} disabled={disabled}>
          {act}
        </Button>
      </div>
    </>
  );
}

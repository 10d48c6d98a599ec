'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Dialog, ProblemNote, TextField } from '#components/ui/index.ts';

interface RetryDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What is tried again, in words. */
  readonly what: string;
  readonly onRetry: (reason: string) => Promise<unknown>;
}

/** Asks why something may work now, and tries it again. */
export function RetryDialog({ open, onClose, what, onRetry }: RetryDialogProps): ReactElement {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setBusy(true);
    try {
      await onRetry(reason);
      close();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={close} title={t('work.retryTitle', { what })}>
      <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <p>{t('work.retryText')}</p>
        <TextField
          name="reason"
          label={t('work.retryReason')}
          hint={t('work.retryReasonHint')}
          defaultValue={t('work.retryReasonUsual')}
          pattern=".*\S.*"
          maxLength={500}
          required
        />
        {problem !== null && <ProblemNote error={problem} />}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit" kind="main" busy={busy}>
            {t('work.retry')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

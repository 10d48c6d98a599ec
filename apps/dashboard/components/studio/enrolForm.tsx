'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton, TextField } from '#components/ui/index.ts';
import { useSecondFactorActs, type Enrolment } from '#lib/api/account.ts';
import { FormActs } from './formActs.tsx';
import { QrCode } from './qrCode.tsx';
import { useForm } from './useForm.ts';

interface EnrolFormProps {
  readonly enrolment: Enrolment;
  readonly onCancel: () => void;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
}

/** Shows an authenticator app what it needs to know and asks for its first code. */
export function EnrolForm({ enrolment, onCancel, onConfirmed }: EnrolFormProps): ReactElement {
  const t = useTranslations('studio');
  const { confirm } = useSecondFactorActs();
  const form = useForm(async (told) => onConfirmed(await confirm(String(told.get('code')))));
  return (
    <form className="flex flex-col gap-3" onSubmit={form.onSubmit}>
      <p>{t('scan')}</p>
      <div className="flex flex-wrap items-start gap-4">
        <QrCode text={enrolment.uri} label={t('qrCode')} />
        <div className="flex min-w-48 flex-1 flex-col gap-3">
          <div>
            <p className="text-dim">{t('key')}</p>
            <div className="flex items-center gap-2">
              <code className="font-mono text-xs wrap-anywhere">{enrolment.secret}</code>
              <CopyButton small text={enrolment.secret} what={t('key')} />
            </div>
          </div>
          <TextField
            name="code"
            label={t('firstCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
            required
            autoFocus
          />
        </div>
      </div>
      <FormActs act={t('confirm')} {...form} onCancel={onCancel} />
    </form>
  );
}

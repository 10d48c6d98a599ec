'use client';

import { useState, type ReactElement } from 'react';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Badge, Button, Panel, ProblemNote, TextField, useToasts } from '#components/ui/index.ts';
import { useSecondFactor, useSecondFactorActs, type Enrolment } from '#lib/api/account.ts';
import { EnrolForm } from './enrolForm.tsx';
import { RecoveryCodes } from './recoveryCodes.tsx';
import { useForm } from './useForm.ts';

/** One's own authenticator app: set it up, keep its recovery codes, turn it off. */
export function SecondFactorSettings(): ReactElement {
  const t = useTranslations('studio');
  const factor = useSecondFactor();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Panel
      title={t('secondFactor')}
      acts={
        factor.data && (
          <Badge tone={factor.data.enabled ? 'good' : 'plain'}>{t(factor.data.enabled ? 'on' : 'off')}</Badge>
        )
      }
    >
      <div className="p-3">
        {codes !== null ? (
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
        ) : enrolment !== null ? (
          <EnrolForm
            enrolment={enrolment}
            onCancel={() => setEnrolment(null)}
            onConfirmed={(told) => {
              setEnrolment(null);
              setCodes(told);
            }}
          />
        ) : (
          <Await of={factor}>
            {({ enabled, recoveryCodesLeft }) =>
              enabled ? <Enabled left={recoveryCodesLeft} /> : <Disabled onBegun={setEnrolment} />
            }
          </Await>
        )}
      </div>
    </Panel>
  );
}

function Disabled({ onBegun }: { readonly onBegun: (enrolment: Enrolment) => void }): ReactElement {
  const t = useTranslations('studio');
  const { begin } = useSecondFactorActs();
  const { fail } = useToasts();
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    setBusy(true);
    await begin().then(onBegun, fail);
    setBusy(false);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-dim">{t('secondFactorOff')}</p>
      <Button icon={ShieldCheck} busy={busy} onClick={() => void start()}>
        {t('beginFactor')}
      </Button>
    </div>
  );
}

function Enabled({ left }: { readonly left: number }): ReactElement {
  const t = useTranslations('studio');
  const { disable } = useSecondFactorActs();
  const { say } = useToasts();
  const form = useForm(async (told) => {
    await disable(String(told.get('code')));
    say({ text: t('factorDisabled') });
  });
  return (
    <form className="flex flex-col gap-3" onSubmit={form.onSubmit}>
      <p>{t('secondFactorOn')}</p>
      <p className={left === 0 ? 'text-warn' : 'text-dim'}>{t('recoveryCodesLeft', { count: left })}</p>
      <TextField
        name="code"
        label={t('codeToDisable')}
        autoComplete="one-time-code"
        className="max-w-56"
        required
      />
      {form.problem !== null && <ProblemNote error={form.problem} />}
      <div>
        <Button type="submit" kind="danger" busy={form.busy}>
          {t('disableFactor')}
        </Button>
      </div>
    </form>
  );
}

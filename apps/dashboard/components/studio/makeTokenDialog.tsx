'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog, SelectField, TextField } from '#components/ui/index.ts';
import { useSession, type Permission } from '#lib/api/session.ts';
import { useTokenActs, type MadeToken } from '#lib/api/tokens.ts';
import { Choice } from './choice.tsx';
import { FormActs } from './formActs.tsx';
import { ScopePicker } from './scopePicker.tsx';
import { ShownOnce } from './shownOnce.tsx';
import { useForm } from './useForm.ts';

/** After how many days a token may end. */
const LASTS = [30, 90, 365] as const;

const DAY_MS = 86_400_000;

interface MakeTokenProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes a token and then shows it, once. */
export function MakeTokenDialog({ open, onClose }: MakeTokenProps): ReactElement {
  const t = useTranslations('studio');
  const [made, setMade] = useState<MadeToken | null>(null);
  const close = (): void => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={t('makeToken')}>
      {made === null ? (
        <NewTokenForm onMade={setMade} onClose={close} />
      ) : (
        <ShownOnce label={t('tokenMade', { name: made.name })} secret={made.token} onDone={close} />
      )}
    </Dialog>
  );
}

interface NewTokenProps {
  readonly onMade: (token: MadeToken) => void;
  readonly onClose: () => void;
}

function NewTokenForm({ onMade, onClose }: NewTokenProps): ReactElement {
  const t = useTranslations('studio');
  const { make } = useTokenActs();
  const permissions = useSession().data?.permissions ?? [];
  const [good, setGood] = useState<'all' | 'some'>('all');
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(new Set());
  const form = useForm(async (told) => {
    const days = Number(told.get('days'));
    const token = await make({
      name: String(told.get('name')),
      scopes: good === 'all' ? null : [...chosen],
      expiresAt: days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
    });
    onMade(token);
  });
  const missing = good === 'some' && chosen.size === 0;
  return (
    <form className="flex flex-col gap-3" onSubmit={form.onSubmit}>
      <TextField name="name" label={t('tokenName')} autoComplete="off" maxLength={100} required />
      <Choice
        label={t('goodFor')}
        value={good}
        onChange={setGood}
        options={[
          ['all', t('allScopes')],
          ['some', t('someScopes')],
        ]}
      />
      {good === 'some' && <ScopePicker permissions={permissions} chosen={chosen} onChange={setChosen} />}
      {missing && <p className="text-xs text-warn">{t('chooseScopes')}</p>}
      <SelectField name="days" label={t('expires')} defaultValue="0">
        <option value="0">{t('never')}</option>
        {LASTS.map((count) => (
          <option key={count} value={count}>
            {t('afterDays', { count })}
          </option>
        ))}
      </SelectField>
      <FormActs act={t('makeToken')} {...form} disabled={missing} onCancel={onClose} />
    </form>
  );
}

'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button, ProblemNote, TextField, useToasts } from '#components/ui/index.ts';
import { api } from '#lib/api/client.ts';
import { SESSION_KEY } from '#lib/api/session.ts';
import { DoorFrame } from './doorFrame.tsx';

/** Asks for a password of one's own; `lent` says that nothing else works before. */
export function ChoosePassword({ lent }: { readonly lent: boolean }): ReactElement {
  const t = useTranslations('shell');
  return (
    <DoorFrame title={t('choosePassword')}>
      {lent && <p className="text-dim">{t('lentPassword')}</p>}
      <PasswordForm />
    </DoorFrame>
  );
}

/** Changes the password of whoever is signed in. */
export function PasswordForm(): ReactElement {
  const t = useTranslations();
  const queries = useQueryClient();
  const { say } = useToasts();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const told = new FormData(form);
    setBusy(true);
    try {
      const body = { password: String(told.get('current')), newPassword: String(told.get('password')) };
      await api.PUT('/password', { body });
      setProblem(null);
      form.reset();
      say({ text: t('shell.passwordChosen') });
      await queries.invalidateQueries({ queryKey: SESSION_KEY });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void submit(event)}>
      <TextField
        name="current"
        type="password"
        label={t('shell.currentPassword')}
        autoComplete="current-password"
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('shell.newPassword')}
        autoComplete="new-password"
        required
      />
      {problem !== null && <ProblemNote error={problem} />}
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

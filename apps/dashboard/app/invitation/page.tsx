'use client';

import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { DoorFrame } from '#components/shell/index.ts';
import { Button, ProblemNote, TextField, useToasts } from '#components/ui/index.ts';
import { api } from '#lib/api/client.ts';

/** Where somebody who was invited chooses a password; the invitation is behind the # of the link. */
export default function InvitationPage(): ReactElement {
  const t = useTranslations();
  const router = useRouter();
  const { say } = useToasts();
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => setToken(location.hash.slice(1)), []);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    try {
      await api.POST('/invitations/accept', { body: { token: token ?? '', password } });
      say({ text: t('shell.passwordChosen') });
      router.replace('/sign-in');
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <DoorFrame title={t('shell.choosePassword')}>
      {token === '' ? (
        <p className="text-bad">{t('shell.invitationEnded')}</p>
      ) : (
        <form className="flex flex-col gap-3" onSubmit={(event) => void submit(event)}>
          <TextField
            name="password"
            type="password"
            label={t('shell.newPassword')}
            autoComplete="new-password"
            required
            autoFocus
          />
          {problem !== null && <ProblemNote error={problem} />}
          <Button type="submit" kind="main">
            {t('common.save')}
          </Button>
        </form>
      )}
    </DoorFrame>
  );
}

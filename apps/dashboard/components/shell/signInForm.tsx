'use client';

import { useState, type FormEvent, type ReactElement } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import { ApiProblem } from '@mondwerk/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button, LinkButton, ProblemNote, TextField } from '#components/ui/index.ts';
import { answerOf, API, api, rememberForgeryToken } from '#lib/api/client.ts';
import { SESSION_KEY } from '#lib/api/session.ts';

/** Only a place of our own is gone to after signing in. */
const ownPlace = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');

/** Signs somebody in with e-mail and password, and a code where one is asked for. */
export function SignInForm({ elsewhere }: { readonly elsewhere: boolean }): ReactElement {
  const t = useTranslations('shell');
  const queries = useQueryClient();
  const router = useRouter();
  const to = ownPlace(useSearchParams().get('to'));
  const [problem, setProblem] = useState<unknown>(null);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const told = new FormData(event.currentTarget);
    const code = String(told.get('code') ?? '').trim();
    setBusy(true);
    try {
      const body = { email: String(told.get('email')), password: String(told.get('password')) };
      const session = await answerOf(api.POST('/session', { body: code === '' ? body : { ...body, code } }));
      rememberForgeryToken(session.csrfToken);
      queries.clear();
      queries.setQueryData(SESSION_KEY, session);
      router.replace(to);
    } catch (error) {
      const needed = error instanceof ApiProblem && error.code === 'second-factor-needed';
      setCodeNeeded((before) => before || needed);
      setProblem(needed && !codeNeeded ? null : error);
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void submit(event)}>
      <TextField name="email" type="email" label={t('email')} autoComplete="username" required autoFocus />
      <TextField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      {codeNeeded && (
        <TextField name="code" label={t('code')} autoComplete="one-time-code" required autoFocus />
      )}
      {problem !== null && <ProblemNote error={problem} />}
      <Button type="submit" kind="main" busy={busy}>
        {t('signIn')}
      </Button>
      {elsewhere && <LinkButton href={`${API}/session/oidc`}>{t('signInElsewhere')}</LinkButton>}
    </form>
  );
}

'use client';

import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { usePathname, useRouter } from 'next/navigation';
import { ApiProblem } from '@mondwerk/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Loading, ProblemNote } from '#components/ui/index.ts';
import { UploadPanel } from '#components/uploads/index.ts';
import { listen } from '#lib/api/live.ts';
import { useSession } from '#lib/api/session.ts';
import { ChoosePassword } from './choosePassword.tsx';
import { TopBar } from './topBar.tsx';

/** What surrounds every page of somebody who is signed in; who is not is sent to sign in and comes back. */
export function StudioFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const session = useSession();
  const router = useRouter();
  const path = usePathname();
  const signedOut = session.error instanceof ApiProblem && session.error.status === 401;
  useEffect(() => {
    if (signedOut) router.replace(`/sign-in?to=${encodeURIComponent(path)}`);
  }, [signedOut, path, router]);
  if (session.data === undefined) {
    if (session.error !== null && !signedOut) {
      return (
        <main className="p-8">
          <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
        </main>
      );
    }
    return <Loading />;
  }
  if (session.data.mustChangePassword) return <ChoosePassword lent />;
  return <Frame>{children}</Frame>;
}

function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useTranslations('shell');
  const router = useRouter();
  const connected = useLiveData();
  useShortcuts('everywhere', t('everywhere'), [
    { keys: 'g t', does: t('goTitles'), run: () => router.push('/') },
    { keys: 'g w', does: t('goWork'), run: () => router.push('/work') },
    { keys: 'g s', does: t('goSettings'), run: () => router.push('/settings') },
  ]);
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-2"
      >
        {t('skip')}
      </a>
      <TopBar />
      {!connected && (
        <p role="status" className="bg-warn px-4 py-1 text-center text-black">
          {t('offline')}
        </p>
      )}
      <main
        id="content"
        tabIndex={-1}
        className="relative flex min-h-0 flex-1 flex-col overflow-auto outline-none"
      >
        {children}
      </main>
      <UploadPanel />
    </div>
  );
}

function useLiveData(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => listen(queries, setConnected), [queries]);
  return connected;
}

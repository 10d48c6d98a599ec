'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useQueryClient } from '@tanstack/react-query';
import { CircleHelp, CircleUser, LogOut, Settings } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { showKeyboardMap } from '#components/keyboard/index.ts';
import { classes, IconButton, Menu } from '#components/ui/index.ts';
import { api } from '#lib/api/client.ts';
import { useMay, useSession, type Permission } from '#lib/api/session.ts';

interface Place {
  readonly href: string;
  readonly name: 'titles' | 'work' | 'people' | 'audit';
  readonly may: Permission;
}

/** Where one can go from anywhere, if one may. */
const PLACES: readonly Place[] = [
  { href: '/', name: 'titles', may: 'titles:read' },
  { href: '/work', name: 'work', may: 'workers:read' },
  { href: '/people', name: 'people', may: 'people:read' },
  { href: '/audit', name: 'audit', may: 'audit:read' },
];

const isIn = (path: string, href: string): boolean =>
  href === '/' ? path === '/' || path.startsWith('/titles') : path.startsWith(href);

/** The bar over every page. */
export function TopBar(): ReactElement {
  const t = useTranslations('shell');
  const path = usePathname();
  const may = useMay();
  return (
    <header className="flex h-10 shrink-0 items-center gap-4 border-b border-line bg-panel px-3">
      <Link href="/" className="font-semibold tracking-wide">
        Mondwerk
      </Link>
      <nav aria-label={t('main')} className="flex h-full flex-1 items-stretch gap-1">
        {PLACES.filter((place) => may(place.may)).map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={isIn(path, href) ? 'page' : undefined}
            className={classes(
              'flex items-center border-b-2 px-2',
              isIn(path, href) ? 'border-accent text-text' : 'border-transparent text-dim hover:text-text',
            )}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      <IconButton icon={CircleHelp} label={t('keyboard')} onClick={showKeyboardMap} />
      <Account />
    </header>
  );
}

function Account(): ReactElement {
  const t = useTranslations('shell');
  const { data } = useSession();
  const queries = useQueryClient();
  const router = useRouter();
  const signOut = async (): Promise<void> => {
    await api.DELETE('/session');
    queries.clear();
    router.push('/sign-in');
  };
  return (
    <Menu
      items={[
        { label: t('settings'), icon: Settings, onSelect: () => router.push('/settings') },
        { label: t('signOut'), icon: LogOut, onSelect: () => void signOut() },
      ]}
    >
      <button
        type="button"
        aria-label={`${t('account')}: ${data?.person.name ?? ''}`}
        className="flex items-center gap-1.5 rounded-md px-2 py-1 text-dim hover:bg-hover hover:text-text"
      >
        <CircleUser size={16} aria-hidden />
        {data?.person.name}
      </button>
    </Menu>
  );
}

'use client';

import type { ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Boxes, Cpu, KeyRound, ScrollText, Settings, Users, Webhook, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import { useMay, type Permission } from '#lib/api/session.ts';

interface Place {
  readonly href: string;
  readonly name: 'settings' | 'people' | 'tokens' | 'webhooks' | 'audit' | 'work' | 'models';
  readonly icon: LucideIcon;
  readonly may?: Permission;
}

const PLACES: readonly Place[] = [
  { href: '/settings', name: 'settings', icon: Settings },
  { href: '/people', name: 'people', icon: Users, may: 'people:read' },
  { href: '/tokens', name: 'tokens', icon: KeyRound, may: 'tokens:read' },
  { href: '/webhooks', name: 'webhooks', icon: Webhook, may: 'webhooks:read' },
  { href: '/audit', name: 'audit', icon: ScrollText, may: 'audit:read' },
  { href: '/work', name: 'work', icon: Cpu, may: 'workers:read' },
  { href: '/models', name: 'models', icon: Boxes, may: 'models:read' },
];

/** The pages from which the studio is looked after, with links between those that one may see. */
export function AdministrationFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useTranslations('studio');
  const path = usePathname();
  const may = useMay();
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label={t('administration')}
        className="flex w-40 shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-panel p-2"
      >
        {PLACES.filter((place) => place.may === undefined || may(place.may)).map(
          ({ href, name, icon: Icon }) => {
            const current = path === href || path.startsWith(`${href}/`);
            return (
              <Link
                key={href}
                href={href}
                aria-current={current ? 'page' : undefined}
                className={classes(
                  'flex min-h-7 items-center gap-2 rounded-md px-2 py-1',
                  current ? 'bg-hover text-text' : 'text-dim hover:bg-raised hover:text-text',
                )}
              >
                <Icon size={14} aria-hidden className="shrink-0" />
                {t(name)}
              </Link>
            );
          },
        )}
      </nav>
      <div className="min-w-0 flex-1 overflow-auto">{children}</div>
    </div>
  );
}

'use client';

import type { ReactElement } from 'react';
import { useParams } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { Plus } from 'lucide-react';
import { useDubs, useTitle } from '#lib/api/titles.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { Tabs } from './tabs.tsx';

/** The pages of a dub, in the order in which they are gone through. */
const STEPS = [
  ['', 'voice'],
  ['/lines', 'lines'],
  ['/plan', 'plan'],
  ['/review', 'review'],
  ['/deliver', 'deliver'],
] as const;

/** The bar over the pages of a title: the title, its film and cast, its languages; below it the steps of a dub. */
export function TitleBar(): ReactElement {
  const t = useTranslations('shell');
  const locale = useLocale();
  const may = useMay();
  const { title, dub } = useParams<{ title: string; dub?: string }>();
  const { data } = useTitle(title);
  const { data: dubs = [] } = useDubs(title);
  const home = `/titles/${title}`;
  const places = [
    { href: home, name: t('film') },
    ...(may('performers:read') ? [{ href: `${home}/cast`, name: t('cast') }] : []),
    ...(may('pronunciations:read') ? [{ href: `${home}/pronunciation`, name: t('pronunciation') }] : []),
    ...dubs.map(({ id, language }) => ({
      href: `${home}/dubs/${id}`,
      name: nameOfLanguage(language, locale),
      deep: true,
    })),
    ...(may('dubs:create')
      ? [
          {
            href: `${home}/dubs`,
            name: (
              <>
                <Plus size={14} aria-hidden />
                {t('newDub')}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <div className="flex h-9 shrink-0 items-center gap-4 border-b border-line bg-panel px-3">
        <h1 className="max-w-72 truncate" title={data?.name}>
          {data?.name ?? '…'}
        </h1>
        <div className="h-full overflow-x-auto">
          <Tabs label={data?.name ?? t('titles')} tabs={places} />
        </div>
      </div>
      {dub !== undefined && (
        <div className="flex h-8 shrink-0 items-center border-b border-line bg-panel px-3">
          <Tabs
            label={t('dubs')}
            tabs={STEPS.map(([path, name]) => ({ href: `${home}/dubs/${dub}${path}`, name: t(name) }))}
          />
        </div>
      )}
    </>
  );
}

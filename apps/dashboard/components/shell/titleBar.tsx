'use client';

import type { ReactElement } from 'react';
import { useParams } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { Plus } from 'lucide-react';
import { useReplacements } from '#lib/api/replacements.ts';
import { useDubs, useTitle } from '#lib/api/titles.ts';
import { useMay } from '#lib/api/session.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { Tabs } from './tabs.tsx';

const FROM_THE_PLAN_ON = [
  ['/plan', 'plan'],
  ['/review', 'review'],
  ['/deliver', 'deliver'],
] as const;

/** The pages of a dub and of a replacement, in the order in which they are gone through. */
const STEPS = {
  dub: [['', 'voice'], ['/lines', 'lines'], ...FROM_THE_PLAN_ON],
  replacement: [['', 'faces'], ...FROM_THE_PLAN_ON],
} as const;

/** The bar over the pages of a title: film and cast, languages, replacements; below it the steps of one of those. */
export function TitleBar(): ReactElement {
  const t = useTranslations('shell');
  const locale = useLocale();
  const may = useMay();
  const { title, dub } = useParams<{ title: string; dub?: string }>();
  const { data } = useTitle(title);
  const { data: dubs = [] } = useDubs(title);
  const { data: replacements = [] } = useReplacements(title, may('replacements:read'));
  const replaces = replacements.some(({ id }) => id === dub);
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
    ...(may('replacements:read')
      ? [
          {
            ...{ href: `${home}/replacements`, here: replaces },
            name: (
              <>
                {t('replacements')}
                {replacements.length > 0 && (
                  <span className="text-xs text-dim tabular-nums">{replacements.length}</span>
                )}
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
            label={t(replaces ? 'replacements' : 'dubs')}
            tabs={STEPS[replaces ? 'replacement' : 'dub'].map(([path, name]) => ({
              href: `${home}/dubs/${dub}${path}`,
              name: t(name),
            }))}
          />
        </div>
      )}
    </>
  );
}

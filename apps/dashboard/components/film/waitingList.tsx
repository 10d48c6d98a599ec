import type { ReactElement } from 'react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { Badge } from '#components/ui/index.ts';
import { useReplacements } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import type { TitleSummary, Waiting } from '#lib/api/overview.ts';
import { placeOfWait } from '#lib/api/waitPlaces.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';

/** What waits in a title, for whom, and where something is done about it. */
export function WaitingList({
  title,
  summary,
}: {
  readonly title: string;
  readonly summary: TitleSummary;
}): ReactElement {
  const t = useTranslations('film');
  const locale = useLocale();
  const { data: replacements = [] } = useReplacements(title, useMay()('replacements:read'));
  const pairs = new Map(
    replacements.map(({ id, replaced, shown }) => [
      id,
      t('pair', { replaced: replaced.name, shown: shown.name }),
    ]),
  );
  const waiting = [
    ...summary.waits.map((wait) => ({
      ...{ key: wait.code, of: null, wait },
      href: wait.code === 'create-dub' ? `/titles/${title}/dubs` : null,
    })),
    ...summary.dubs.flatMap(({ dub, kind, language, waits }) =>
      waits.map((wait) => ({
        ...{ key: `${dub} ${wait.code}`, wait },
        of: kind === 'dub' ? nameOfLanguage(language, locale) : (pairs.get(dub) ?? ''),
        href: placeOfWait(wait.code, title, dub),
      })),
    ),
  ];
  if (waiting.length === 0) return <p className="text-dim">{t('nothingWaits')}</p>;
  return (
    <ul className="flex flex-col">
      {waiting.map(({ key, of, wait, href }) => (
        <li key={key} className="flex min-h-8 items-center gap-2 border-b border-line/60 last:border-0">
          {of !== null && (
            <span className="w-28 truncate text-dim" title={of}>
              {of}
            </span>
          )}
          <span className="min-w-0 flex-1">
            <Wait wait={wait} href={href} />
          </span>
          <For wait={wait} />
        </li>
      ))}
    </ul>
  );
}

function Wait({ wait, href }: { readonly wait: Waiting; readonly href: string | null }): ReactElement {
  const t = useTranslations('waits');
  const text = t(wait.code, { count: wait.count ?? 0 });
  if (href === null) return <>{text}</>;
  return (
    <Link href={href} className="inline-flex min-h-6 items-center text-accent hover:underline">
      {text}
    </Link>
  );
}

function For({ wait }: { readonly wait: Waiting }): ReactElement {
  const t = useTranslations('waits');
  return <Badge>{t(wait.for)}</Badge>;
}

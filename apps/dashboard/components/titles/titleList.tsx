'use client';

import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Button } from '#components/ui/index.ts';
import { useJobNews } from '#lib/api/jobNews.ts';
import type { JobNews } from '#lib/api/live.ts';
import type { TitleAtAGlance } from '#lib/api/overview.ts';
import { useUploads } from '#lib/upload/index.ts';
import { TitleRow } from './titleRow.tsx';

interface TitleListProps {
  readonly titles: readonly TitleAtAGlance[];
  /** Asks for the next ones; `null` when these are all. */
  readonly more: (() => void) | null;
  readonly busy: boolean;
}

const NO_JOBS: readonly JobNews[] = [];

/** The titles with what happens to them right now; j, k and the arrows go from one to the next. */
export function TitleList({ titles, more, busy }: TitleListProps): ReactElement {
  const t = useTranslations('titles');
  const list = useRef<HTMLUListElement>(null);
  const news = useJobNews();
  const jobs = useMemo(() => Map.groupBy(news.values(), ({ title }) => title), [news]);
  const uploads = useUploads().filter(({ purpose, state }) => purpose === 'source' && state !== 'ready');
  useShortcuts('titles', t('titles'), [
    { keys: 'j', does: t('keyNext'), run: () => step(list.current, 1) },
    { keys: 'k', does: t('keyPrevious'), run: () => step(list.current, -1) },
    { keys: 'ArrowDown', does: t('keyNext'), run: () => step(list.current, 1) },
    { keys: 'ArrowUp', does: t('keyPrevious'), run: () => step(list.current, -1) },
  ]);
  return (
    <>
      <ul ref={list} aria-label={t('titles')} data-titles>
        {titles.map((title) => (
          <TitleRow
            key={title.id}
            title={title}
            upload={uploads.findLast((upload) => upload.title === title.id)}
            jobs={jobs.get(title.id) ?? NO_JOBS}
          />
        ))}
      </ul>
      {more !== null && <More more={more} busy={busy} />}
    </>
  );
}

/** Goes to the link of a title so many further on, from the one in which the focus is. */
export function step(list: HTMLElement | null, by: number): void {
  if (list === null) return;
  const rows = [...list.children];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by));
  rows[next]?.querySelector<HTMLElement>('[data-title-link]')?.focus();
}

/** Shows more when the end comes into view, or when asked. */
function More({ more, busy }: { readonly more: () => void; readonly busy: boolean }): ReactElement {
  const t = useTranslations('common');
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: '800px' },
    );
    if (end.current !== null) observer.observe(end.current);
    return () => observer.disconnect();
    // Once more is there, the end may still be in view.
  }, [busy]);
  return (
    <div ref={end} className="flex justify-center p-4">
      <Button busy={busy} onClick={more}>
        {t('more')}
      </Button>
    </div>
  );
}

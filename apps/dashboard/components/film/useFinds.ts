import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useGatheredNews } from '#lib/api/jobNews.ts';
import type { JobNews } from '#lib/api/live.ts';

/** What may be found by a stage of the analysis, by the noun it is kept under. */
const FINDS: Readonly<Record<string, readonly string[]>> = {
  probe: ['sources'],
  makeProxy: ['sources'],
  // Cuts are also what the next stage works through: its jobs are there from then on.
  cutShots: ['performers', 'dubs', 'jobs'],
  findPerformers: ['performers'],
};

/** Has what the analysis of a title finds shown as soon as a stage has ended, long before all have. */
export function useFinds(title: string): void {
  const queries = useQueryClient();
  useGatheredNews(
    useCallback(
      (heard: readonly JobNews[]) => {
        const nouns = new Set(
          heard
            .filter((news) => news.title === title && news.state === 'done')
            .flatMap(({ stage }) => FINDS[stage] ?? []),
        );
        if (nouns.size === 0) return;
        void queries.invalidateQueries({ predicate: ({ queryKey: [noun] }) => nouns.has(String(noun)) });
      },
      [queries, title],
    ),
  );
}

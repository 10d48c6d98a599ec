'use client';

import { useEffect, type ReactElement } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Progress } from '#components/ui/index.ts';
import { answerOf, api } from '#lib/api/client.ts';
import { hearJobs } from '#lib/api/live.ts';
import type { Source } from '#lib/api/titles.ts';

interface AnalysingProps {
  readonly title: string;
  readonly source: Source;
}

/** Says how far the film has been looked into, and has the faces shown as soon as they are known. */
export function Analysing({ title, source }: AnalysingProps): ReactElement {
  const t = useTranslations('cast');
  const queries = useQueryClient();
  const failed = source.state === 'failed';
  const { data: run } = useQuery({
    queryKey: ['runs', 'analysis', title],
    enabled: !failed,
    queryFn: async () => {
      const params = { path: { title }, query: { limit: 5 } };
      const { items } = await answerOf(api.GET('/titles/{title}/runs', { params }));
      return items.find(({ act }) => act === 'analyse') ?? null;
    },
  });
  useEffect(
    () =>
      hearJobs(({ title: of, stage, state }) => {
        if (of !== title || stage !== 'findPerformers' || state !== 'done') return;
        void queries.invalidateQueries({ queryKey: ['performers'] });
      }),
    [queries, title],
  );
  if (failed) {
    return (
      <p role="status" className="flex items-start gap-2 rounded-md border border-warn/60 p-3">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
        {t('analysisFailed', { problem: source.problem ?? '' })}
      </p>
    );
  }
  const share = run && run.jobs.all > 0 ? run.jobs.done / run.jobs.all : null;
  return (
    <div role="status" className="flex flex-col gap-2 rounded-md border border-line bg-panel p-3">
      <p>{t('analysing')}</p>
      <Progress label={t('analysing')} share={share} />
    </div>
  );
}

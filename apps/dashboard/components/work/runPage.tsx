'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { ArrowLeft } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Await } from '#components/ui/index.ts';
import { useJobNews } from '#lib/api/jobNews.ts';
import { useRun, type Run } from '#lib/api/runs.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { FailuresPanel } from './failuresPanel.tsx';
import { JobList } from './jobList.tsx';
import { RunActButtons } from './runActButtons.tsx';
import { RunAsker, RunProgress, RunState, RunUrgency, useRunName } from './runFacts.tsx';
import { stagesOfAct } from './stagesOfAct.ts';
import { TitleName } from './titleName.tsx';

/** One run with all its jobs. */
export function RunPage({ run: id }: { readonly run: string }): ReactElement {
  const t = useTranslations('work');
  return (
    <div className="mx-auto flex h-full w-full max-w-7xl flex-col gap-3 p-4">
      <Link
        href="/work"
        className="flex items-center gap-1 self-start text-dim underline-offset-2 hover:text-text hover:underline"
      >
        <ArrowLeft size={14} aria-hidden />
        {t('backToQueue')}
      </Link>
      <Await of={useRun(id)}>{(run) => <Details run={run} />}</Await>
    </div>
  );
}

function Details({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('work');
  const locale = useLocale();
  const inHand = [...useJobNews().values()].filter((news) => news.run === run.id);
  const fact = (name: string, value: ReactElement | string): ReactElement => (
    <div className="min-w-0">
      <dt className="text-xs text-dim">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <>
      <div className="flex items-center gap-3">
        <h1 className="shrink-0">{t(`act-${run.act}`)}</h1>
        <TitleName title={run.title} dub={run.dub} />
        <RunState run={run} />
        <div className="ml-auto shrink-0">
          <RunActButtons run={run} what={useRunName(run)} wide />
        </div>
      </div>
      <dl className="grid grid-cols-[18rem_repeat(3,minmax(0,1fr))] items-start gap-4">
        {fact(t('howFar'), <RunProgress run={run} inHand={inHand} />)}
        {fact(t('askedBy'), <RunAsker run={run} />)}
        {fact(t('urgency'), <RunUrgency run={run} />)}
        {fact(t('workerTime'), nameOfDuration(run.workerSeconds, locale))}
      </dl>
      {run.reason !== null && run.jobs.failed === 0 && (
        <p className="wrap-anywhere">
          <span className="text-dim">{t('reason')}: </span>
          {run.reason}
        </p>
      )}
      {run.jobs.failed > 0 && <FailuresPanel run={run.id} />}
      <JobList run={run.id} stages={stagesOfAct[run.act]} />
    </>
  );
}

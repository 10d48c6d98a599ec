'use client';

import { useMemo, type ReactElement } from 'react';
import Link from 'next/link';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Empty, Panel, Table, ShowMore } from '#components/ui/index.ts';
import { useJobNews } from '#lib/api/jobNews.ts';
import { useRuns, type Run } from '#lib/api/runs.ts';
import { RunActButtons } from './runActButtons.tsx';
import { RunAsker, RunProgress, RunState, RunUrgency, useRunName } from './runFacts.tsx';
import { inTurn } from './runStanding.ts';
import { TitleName } from './titleName.tsx';

/** What is being done and what waits, in the order in which it is worked on. */
export function QueuePanel(): ReactElement {
  const t = useTranslations('work');
  const running = useRuns({ state: 'running' });
  const paused = useRuns({ state: 'paused' });
  const news = useJobNews();
  const open = useMemo(
    () => running.data && paused.data && [...inTurn(running.data), ...inTurn(paused.data)],
    [running.data, paused.data],
  );
  const inHand = useMemo(() => Map.groupBy(news.values(), ({ run }) => run), [news]);
  const refetch = (): unknown => Promise.all([running.refetch(), paused.refetch()]);
  return (
    <Panel title={t('queue')}>
      <Await of={{ data: open, error: running.error ?? paused.error, refetch }}>
        {(runs) =>
          runs.length === 0 ? (
            <Empty icon={ListChecks} title={t('queueEmpty')}>
              <p>{t('queueEmptyHint')}</p>
            </Empty>
          ) : (
            <Table
              label={t('queue')}
              rows={runs}
              keyOf={({ id }) => id}
              columns={[
                { name: t('what'), show: (run) => <RunLink run={run} />, className: 'max-w-80' },
                { name: t('state'), show: (run) => <RunState run={run} /> },
                {
                  name: t('howFar'),
                  show: (run) => <RunProgress run={run} inHand={inHand.get(run.id) ?? []} />,
                  className: 'w-72 max-w-72',
                },
                { name: t('askedBy'), show: (run) => <RunAsker run={run} />, className: 'max-w-44' },
                { name: t('urgency'), show: (run) => <RunUrgency run={run} /> },
                { name: t('acts'), show: (run) => <RunActs run={run} />, className: 'text-right' },
              ]}
            />
          )
        }
      </Await>
      <ShowMore of={running} />
    </Panel>
  );
}

/** What a run does, as a link to its steps, and for which title. */
export function RunLink({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('work');
  return (
    <div className="leading-6">
      <Link
        href={`/work/${run.id}`}
        className="inline-block font-semibold underline-offset-2 hover:underline"
      >
        {t(`act-${run.act}`)}
      </Link>
      <TitleName title={run.title} dub={run.dub} />
    </div>
  );
}

/** What can be done with a run, beside it in a table. */
export function RunActs({ run }: { readonly run: Run }): ReactElement {
  return <RunActButtons run={run} what={useRunName(run)} />;
}

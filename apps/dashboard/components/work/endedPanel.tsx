'use client';

import { useMemo, useState, type ReactElement } from 'react';
import { History } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Await, Empty, Panel, SelectField, Table, ShowMore } from '#components/ui/index.ts';
import { useRuns, type Run, type RunState as State } from '#lib/api/runs.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { firstFailureIn } from './firstFailure.ts';
import { RunActs, RunLink } from './queuePanel.tsx';
import { RunAsker, RunState } from './runFacts.tsx';
import { useStageWords } from './stageWords.ts';

const ENDED = ['failed', 'failed-in-part', 'cancelled', 'done'] as const satisfies readonly State[];

const hasEnded = ({ state }: Run): boolean => (ENDED as readonly State[]).includes(state);

/** What has ended, the newest first. */
export function EndedPanel(): ReactElement {
  const t = useTranslations('work');
  const locale = useLocale();
  const [state, setState] = useState<(typeof ENDED)[number] | 'all'>('all');
  const runs = useRuns(state === 'all' ? {} : { state });
  const ended = useMemo(() => runs.data?.filter(hasEnded), [runs.data]);
  return (
    <Panel
      title={t('ended')}
      acts={
        <SelectField
          bare
          label={t('whichEnded')}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as typeof state)}
        >
          <option value="all">{t('all')}</option>
          {ENDED.map((each) => (
            <option key={each} value={each}>
              {t(`run-${each}`)}
            </option>
          ))}
        </SelectField>
      }
    >
      <Await of={{ ...runs, data: ended }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon={History} title={t('endedEmpty')} />
          ) : (
            <Table
              label={t('ended')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                { name: t('what'), show: (run) => <RunLink run={run} />, className: 'max-w-80' },
                { name: t('state'), show: (run) => <RunState run={run} /> },
                { name: t('reason'), show: (run) => <Reason run={run} />, className: 'max-w-72' },
                {
                  name: t('workerTime'),
                  show: ({ workerSeconds }) => nameOfDuration(workerSeconds, locale),
                  className: 'whitespace-nowrap tabular-nums',
                },
                { name: t('askedBy'), show: (run) => <RunAsker run={run} />, className: 'max-w-44' },
                { name: t('acts'), show: (run) => <RunActs run={run} />, className: 'text-right' },
              ]}
            />
          )
        }
      </Await>
      <ShowMore of={runs} />
    </Panel>
  );
}

/** Why a run stands as it does: of one that failed, what failed first and why. */
function Reason({ run: { state, reason } }: { readonly run: Run }): ReactElement | null {
  const t = useTranslations('work');
  const words = useStageWords();
  if (reason === null) return null;
  const first = state.startsWith('failed') ? firstFailureIn(reason) : null;
  const shot = first?.shot ?? null;
  const where = first && [words.stage(first.stage), shot !== null && t('shot', { number: shot + 1 })];
  const text = first && where ? `${where.filter(Boolean).join(', ')}: ${first.reason}` : reason;
  return (
    <p className="line-clamp-2 wrap-anywhere text-dim" title={text}>
      {text}
    </p>
  );
}

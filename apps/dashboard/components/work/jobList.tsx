'use client';

import { useMemo, useState, type ReactElement } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import {
  Await,
  Badge,
  Empty,
  Panel,
  Progress,
  SelectField,
  VirtualRows,
  type Tone,
} from '#components/ui/index.ts';
import { useJobs, type Job } from '#lib/api/runs.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { inOrder } from './inOrder.ts';
import { useStageWords } from './stageWords.ts';

const TONES: Readonly<Record<Job['state'], Tone>> = {
  waiting: 'plain',
  queued: 'plain',
  running: 'accent',
  paused: 'warn',
  failed: 'bad',
  cancelled: 'plain',
  done: 'good',
};

const STATES = Object.keys(TONES) as readonly Job['state'][];

/** In pixels. */
const ROW = 32;

const GRID = 'grid grid-cols-[15rem_6rem_9rem_8rem_10rem_8rem_minmax(8rem,1fr)] items-center gap-2 px-3';

interface JobListProps {
  readonly run: string;
  /** The steps that there are in it, to choose from. */
  readonly stages: readonly Job['stage'][];
}

/** All jobs of a run, however many. */
export function JobList({ run, stages }: JobListProps): ReactElement {
  const t = useTranslations('work');
  const words = useStageWords();
  const [state, setState] = useState<Job['state'] | ''>('');
  const [stage, setStage] = useState<Job['stage'] | ''>('');
  const jobs = useJobs(run, { ...(state !== '' && { state }), ...(stage !== '' && { stage }) });
  const { data, more } = jobs;
  // While more is to come they stay where they are: nothing moves under somebody's eyes.
  const ordered = useMemo(() => (data && more === null ? inOrder(data, stages) : data), [data, more, stages]);
  return (
    <Panel
      title={t('jobs')}
      className="min-h-64 flex-1"
      acts={
        <>
          <SelectField
            bare
            label={t('stage')}
            value={stage}
            onChange={(event) => setStage(event.currentTarget.value as typeof stage)}
          >
            <option value="">{t('everyStage')}</option>
            {stages.map((each) => (
              <option key={each} value={each}>
                {words.stage(each)}
              </option>
            ))}
          </SelectField>
          <SelectField
            bare
            label={t('state')}
            value={state}
            onChange={(event) => setState(event.currentTarget.value as typeof state)}
          >
            <option value="">{t('everyState')}</option>
            {STATES.map((each) => (
              <option key={each} value={each}>
                {t(`job-${each}`)}
              </option>
            ))}
          </SelectField>
        </>
      }
    >
      <div className="flex h-full min-w-0 flex-col overflow-x-auto">
        <div className="flex min-h-0 min-w-4xl flex-1 flex-col">
          <Heads />
          <Await of={{ ...jobs, data: ordered }}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty title={t('noJobs')} />
              ) : (
                <VirtualRows
                  label={t('jobs')}
                  rows={rows}
                  rowHeight={ROW}
                  keyOf={({ id }) => id}
                  show={(job) => <JobRow job={job} />}
                  onNearEnd={jobs.more ?? undefined}
                  className="flex-1"
                />
              )
            }
          </Await>
        </div>
      </div>
    </Panel>
  );
}

function Heads(): ReactElement {
  const t = useTranslations('work');
  const heads = ['stage', 'shotColumn', 'state', 'howFar', 'worker', 'workerTime', 'reason'] as const;
  return (
    <div aria-hidden className={`${GRID} shrink-0 border-b border-line py-1.5 font-medium text-dim`}>
      {heads.map((head) => (
        <span key={head}>{t(head)}</span>
      ))}
    </div>
  );
}

function JobRow({ job }: { readonly job: Job }): ReactElement {
  const t = useTranslations('work');
  const locale = useLocale();
  const words = useStageWords();
  const { done, total } = job.progress;
  const stage = words.stage(job.stage);
  return (
    <div className={`${GRID} h-full border-b border-line/60 hover:bg-raised`}>
      <span className="truncate" title={stage}>
        {stage}
      </span>
      <span className="tabular-nums">{job.shot !== null && job.shot + 1}</span>
      <span>
        <Badge tone={TONES[job.state]}>{t(`job-${job.state}`)}</Badge>
      </span>
      {job.state === 'running' ? <Progress label={stage} share={total ? done / total : null} /> : <span />}
      <span className="truncate text-dim" title={job.worker ?? undefined}>
        {job.worker}
      </span>
      <span className="whitespace-nowrap text-dim tabular-nums">
        {job.workerSeconds > 0 && nameOfDuration(job.workerSeconds, locale)}
      </span>
      <span className="truncate text-dim" title={[job.reason, job.hint].filter(Boolean).join(' ')}>
        {job.attempt > 1 && `${t('attempts', { count: job.attempt })} `}
        {job.reason}
      </span>
    </div>
  );
}

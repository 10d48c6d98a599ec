'use client';

import type { ReactElement } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { Badge, classes, Progress, type Tone } from '#components/ui/index.ts';
import type { JobInHand, Worker } from '#lib/api/workers.ts';
import { useStageWords } from './stageWords.ts';
import { TitleName } from './titleName.tsx';
import { workerStanding, type WorkerStanding } from './workerStanding.ts';

const TONES: Readonly<Record<WorkerStanding, Tone>> = {
  working: 'accent',
  idle: 'good',
  silent: 'warn',
  ended: 'plain',
};

const SHORT = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** One worker, with the jobs that it has in hand. */
export function WorkerEntry({ worker }: { readonly worker: Worker }): ReactElement {
  const t = useTranslations('work');
  const { dateTime, relativeTime } = useFormatter();
  const now = useNow({ updateInterval: 5000 });
  const standing = workerStanding(worker, now.getTime());
  const others = worker.busy - worker.doing.length;
  const facts = [
    worker.host,
    t('atOnce', { count: worker.concurrency }),
    t('version', { version: worker.version }),
    t('since', { at: dateTime(new Date(worker.startedAt), SHORT) }),
    worker.endedAt === null
      ? t('lastSeen', { ago: relativeTime(earlier(worker.seenAt, now), now) })
      : t('endedAt', { at: dateTime(new Date(worker.endedAt), SHORT) }),
  ];
  return (
    <li className="border-b border-line/60 px-3 py-2 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[standing]}>{t(`worker-${standing}`)}</Badge>
        <span className="font-semibold">{worker.name}</span>
        {worker.capabilities.map((capability) => (
          <Badge key={capability}>{capability.toUpperCase()}</Badge>
        ))}
        <span className={classes('text-dim', standing === 'silent' && 'text-warn')}>{facts.join(' · ')}</span>
      </div>
      {worker.doing.map((job) => (
        <InHand key={job.job} job={job} />
      ))}
      {others > 0 && <p className="mt-1 text-dim">{t('jobsOfOthers', { count: others })}</p>}
    </li>
  );
}

/** Clocks of two machines differ: nobody was seen in the future. */
const earlier = (at: string, now: Date): Date => new Date(Math.min(Date.parse(at), now.getTime()));

function InHand({ job }: { readonly job: JobInHand }): ReactElement {
  const t = useTranslations('work');
  const words = useStageWords();
  const stage = words.stage(job.stage);
  const share = job.total ? job.done / job.total : null;
  return (
    <div className="mt-1.5 grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(6rem,1fr)_10rem] items-center gap-3">
      <TitleName title={job.title} />
      <span className="truncate">
        {stage}
        {job.shot !== null && <span className="text-dim"> · {t('shot', { number: job.shot + 1 })}</span>}
      </span>
      <Progress label={stage} share={share} />
      <span className="text-right text-dim tabular-nums">{words.howFar(job)}</span>
    </div>
  );
}

import type { ReactElement } from 'react';
import { LoaderCircle, Pause } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Badge, Progress } from '#components/ui/index.ts';
import type { Run } from '#lib/api/runs.ts';
import type { Worker } from '#lib/api/workers.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { AsidePart } from './asidePart.tsx';
import { useHowFar } from './howFar.ts';
import type { PlanFound } from './planGroups.ts';
import { RunActs } from './runActs.tsx';
import { shareOfRun, shotsOfRun, standingOf } from './runStanding.ts';
import { ShotPicture } from '#components/timeline/index.ts';
import type { PlanData, PlanFacts } from './usePlanData.ts';
import { secondsLeft } from './workTime.ts';

type InHand = Worker['doing'][number] & { readonly worker: string };

interface RunningRendersProps {
  readonly runs: readonly Run[];
  readonly data: PlanData;
  readonly found: PlanFound;
}

/** The renders of a dub that go on or are paused: how far each is, and what workers have in hand. */
export function RunningRenders({ runs, data, found }: RunningRendersProps): ReactElement {
  const t = useTranslations('plan');
  const locale = useLocale();
  const { workers, slots, facts } = data;
  const inHand = workers.flatMap(({ name, doing }): InHand[] =>
    doing.map((job) => ({ ...job, worker: name })),
  );
  const goesOn = runs.some(({ state }) => state === 'running');
  const own = new Set(runs.map(({ id }) => id));
  const shares = new Map(
    inHand.flatMap(({ run, shot, done, total }) =>
      own.has(run) && shot !== null && total ? [[shot, Math.min(1, done / total)] as const] : [],
    ),
  );
  const left = secondsLeft(found.groups, shares, { pace: facts.pace, slots });
  return (
    <AsidePart
      title={t('renderingNow')}
      icon={
        goesOn ? (
          <LoaderCircle size={15} aria-hidden className="animate-spin text-rendering" />
        ) : (
          <Pause size={15} aria-hidden className="text-warn" />
        )
      }
    >
      {goesOn && left === null && <p className="text-warn">{t('noWorkersHint')}</p>}
      {goesOn && left !== null && left > 0 && (
        <p className="text-dim tabular-nums">{t('timeLeft', { time: nameOfDuration(left, locale) })}</p>
      )}
      <ul className="flex flex-col gap-4">
        {runs.map((run) => (
          <RunEntry
            key={run.id}
            {...{ run, found, facts }}
            inHand={inHand.filter((job) => job.run === run.id)}
          />
        ))}
      </ul>
    </AsidePart>
  );
}

interface RunEntryProps {
  readonly run: Run;
  readonly found: PlanFound;
  readonly facts: PlanFacts;
  readonly inHand: readonly InHand[];
}

function RunEntry({ run, found, facts, inHand }: RunEntryProps): ReactElement {
  const t = useTranslations('plan');
  const work = useTranslations('work');
  const shots = shotsOfRun(run.jobs);
  const standing = standingOf(run);
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <Badge tone={standing === 'paused' ? 'warn' : standing === 'running' ? 'accent' : 'plain'}>
          {work(`run-${standing}`)}
        </Badge>
        {run.priority >= 100 && <Badge>{work('urgency-100')}</Badge>}
        <div className="ml-auto">
          <RunActs run={run} />
        </div>
      </div>
      <Progress label={t('renderingNow')} share={shareOfRun(run.jobs, inHand)} />
      <p className="text-xs text-dim tabular-nums">
        {shots === null
          ? work(run.act === 'replace' ? 'stage-gatherFaces' : 'stage-gatherSources')
          : t('shotsDone', shots)}
        {run.jobs.failed > 0 && (
          <span className="text-bad"> · {work('stepsFailed', { count: run.jobs.failed })}</span>
        )}
      </p>
      {run.reason !== null && <p className="text-xs wrap-anywhere text-dim">{run.reason}</p>}
      <ul className="flex flex-col gap-1.5">
        {inHand.map((job) => (
          <ShotInHand key={job.job} {...{ job, found, facts }} />
        ))}
      </ul>
    </li>
  );
}

interface ShotInHandProps {
  readonly job: InHand;
  readonly found: PlanFound;
  readonly facts: PlanFacts;
}

function ShotInHand({ job, found, facts }: ShotInHandProps): ReactElement {
  const t = useTranslations('plan');
  const work = useTranslations('work');
  const howFar = useHowFar();
  const group = found.groups.find(({ index }) => index === job.shot);
  const stage = `stage-${job.stage}` as 'stage-renderMouths';
  const name = job.shot === null ? work(stage) : t('shotNumber', { number: job.shot + 1 });
  return (
    <li className="flex items-center gap-2">
      {group && <ShotPicture pictures={facts.pictures} start={group.start} end={group.end} height={30} />}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-2 text-xs">
          <span className="truncate">{name}</span>
          <span className="shrink-0 text-dim tabular-nums">{howFar(job)}</span>
        </p>
        <Progress label={name} share={job.total ? job.done / job.total : null} className="my-0.5" />
        <p className="truncate text-xs text-dim" title={job.worker}>
          {job.worker}
        </p>
      </div>
    </li>
  );
}

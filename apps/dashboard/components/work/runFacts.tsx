'use client';

import type { ReactElement } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Badge, Progress, type Tone } from '#components/ui/index.ts';
import type { JobNews } from '#lib/api/live.ts';
import { usePeople } from '#lib/api/people.ts';
import { MOST_URGENT, URGENCIES } from '#lib/api/runActs.ts';
import { useDubOfRun, type Run } from '#lib/api/runs.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { useTitle } from '#lib/api/titles.ts';
import { runStanding, shareOfRun, type RunStanding } from './runStanding.ts';
import { useStageWords } from './stageWords.ts';

const TONES: Readonly<Record<RunStanding, Tone>> = {
  running: 'accent',
  waiting: 'plain',
  paused: 'warn',
  failed: 'bad',
  'failed-in-part': 'bad',
  cancelled: 'plain',
  done: 'good',
};

/** How a run stands, in a word. */
export function RunState({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('work');
  const standing = runStanding(run);
  return <Badge tone={TONES[standing]}>{t(`run-${standing}`)}</Badge>;
}

interface RunProgressProps {
  readonly run: Run;
  /** What was heard of its jobs that are in hand. */
  readonly inHand: readonly JobNews[];
}

/** How far a run is, and what is done of it right now. */
export function RunProgress({ run, inHand }: RunProgressProps): ReactElement {
  const t = useTranslations('work');
  const words = useStageWords();
  const { all, done, failed } = run.jobs;
  const now = inHand.at(0);
  const stage = now && words.stage(now.stage);
  return (
    <div className="flex min-w-40 flex-col gap-1">
      <Progress label={t(`act-${run.act}`)} share={shareOfRun(run, inHand)} />
      <p className="truncate text-xs text-dim tabular-nums">
        {t('steps', { done, all })}
        {failed > 0 && <span className="text-bad"> · {t('stepsFailed', { count: failed })}</span>}
        {now && ` · ${stage}`}
        {now && now.shot !== null && `, ${t('shot', { number: now.shot + 1 })}`}
      </p>
    </div>
  );
}

/** Who asked for a run, and when. */
export function RunAsker({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('work');
  const { dateTime } = useFormatter();
  const { data: people } = usePeople();
  const asker = people?.find(({ id }) => id === run.askedBy);
  const unknown = people === undefined ? '…' : t('somebody');
  return (
    <div className="leading-tight">
      <p className="truncate">{run.askedBy === null ? t('theService') : (asker?.name ?? unknown)}</p>
      <p className="text-xs text-dim">
        {dateTime(new Date(run.madeAt), { dateStyle: 'medium', timeStyle: 'short' })}
      </p>
    </div>
  );
}

/** How urgent a run is, in words where people have one for it. */
export function RunUrgency({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('work');
  // What somebody waits for at this moment goes even before what people can make urgent.
  const named = URGENCIES.find((urgency) => urgency === Math.min(run.priority, MOST_URGENT));
  return <>{named === undefined ? run.priority : t(`urgency-${named}`)}</>;
}

/** How people call a run: “Rendering · Blue Harbour · Spanish”. */
export function useRunName({ act, title, dub }: Pick<Run, 'act' | 'title' | 'dub'>): string {
  const t = useTranslations('work');
  const locale = useLocale();
  const { data: known } = useTitle(title);
  const { data: version } = useDubOfRun({ dub });
  const language = version && nameOfLanguage(version.language, locale);
  return [t(`act-${act}`), known?.name, language].filter(Boolean).join(' · ');
}

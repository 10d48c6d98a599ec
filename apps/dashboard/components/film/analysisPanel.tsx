'use client';

import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ConfirmDialog, Progress, useToasts } from '#components/ui/index.ts';
import { useRunActs, type RunAct } from '#lib/api/runActs.ts';
import { useJobs, useRuns, type Job, type Run } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';
import type { Source } from '#lib/api/titles.ts';
import { isOpen, stagesOf, type StageProgress } from './stageProgress.ts';
import { useAnalyseAgain } from './useAnalyseAgain.ts';

/** How far the analysis of a film is, or why it failed; nothing once all is found. */
export function AnalysisPanel({ source }: { readonly source: Source }): ReactNode {
  const may = useMay();
  if (source.state === 'ready') return null;
  return may('runs:read') ? <KnownAnalysis source={source} /> : <Problem source={source} />;
}

function KnownAnalysis({ source }: { readonly source: Source }): ReactNode {
  const runs = useRuns({ title: source.title, act: 'analyse' });
  const run = runs.data?.[0];
  if (run === undefined) return <Problem source={source} />;
  return (
    <>
      <Problem source={source} />
      <Analysis run={run} />
    </>
  );
}

function Problem({ source }: { readonly source: Source }): ReactNode {
  const t = useTranslations('film');
  const common = useTranslations('common');
  const may = useMay();
  const said = useSaidByStage();
  const { busy, again } = useAnalyseAgain(source);
  if (source.state !== 'failed') return null;
  return (
    <div role="alert" className="m-3 flex flex-col gap-2 rounded-md border border-bad/60 bg-bad/10 p-3">
      <h2>{t('cannotUse')}</h2>
      {source.problem !== null && <p className="wrap-anywhere">{said(source.problem)}</p>}
      <div>
        <Button
          icon={RotateCcw}
          busy={busy}
          disabled={!may('sources:edit')}
          title={may('sources:edit') ? undefined : common('notAllowed')}
          onClick={() => void again()}
        >
          {common('retry')}
        </Button>
      </div>
    </div>
  );
}

/** The server begins its sentence with the name of the stage: here it gets the words that people know. */
function useSaidByStage(): (problem: string) => string {
  const t = useTranslations('work');
  return (problem) =>
    problem.replace(/^\w+(?=: )/, (stage) => {
      const key = `stage-${stage}` as 'stage-probe';
      return t.has(key) ? t(key) : stage;
    });
}

function Analysis({ run }: { readonly run: Run }): ReactElement {
  const t = useTranslations('film');
  const { data: jobs = [], more } = useJobs(run.id);
  useEffect(() => more?.(), [more]);
  return (
    <section className="flex flex-col gap-2 border-b border-line p-3" aria-label={t('analysis')}>
      <div className="flex min-h-7 items-center gap-2">
        <h2 className="flex-1">{t('analysis')}</h2>
        <Acts run={run} />
      </div>
      {saidOf(run, t) !== '' && <p className="text-dim">{saidOf(run, t)}</p>}
      <ul className="flex flex-col gap-1.5">
        {stagesOf(jobs).map((stage) => (
          <StageRow key={stage.stage} {...stage} />
        ))}
      </ul>
      <Failures jobs={jobs} />
    </section>
  );
}

function saidOf({ state }: Run, t: ReturnType<typeof useTranslations<'film'>>): string {
  if (state === 'paused') return t('analysisPaused');
  if (state === 'cancelled') return t('analysisCancelled');
  return state === 'running' ? t('analysisHint') : '';
}

function StageRow({ stage, state, share, shots }: StageProgress): ReactElement {
  const t = useTranslations('work');
  const name = t(`stage-${stage}`);
  const stands =
    shots === null || state === 'done'
      ? t(`job-${state}`)
      : t('soFar', { done: shots.done, total: shots.all, unit: t('unit-shots') });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5">
      <span className={state === 'waiting' ? 'truncate text-faint' : 'truncate'}>{name}</span>
      <span className={state === 'failed' ? 'text-bad' : 'text-dim'}>{stands}</span>
      <Progress label={name} share={state === 'running' ? share : (share ?? 0)} className="col-span-2" />
    </li>
  );
}

/** As many reasons are read by somebody who has to do something about them. */
const MOST_FAILURES = 5;

function Failures({ jobs }: { readonly jobs: readonly Job[] }): ReactNode {
  const t = useTranslations('film');
  const failed = jobs.filter(({ state }) => state === 'failed').slice(0, MOST_FAILURES);
  if (failed.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 wrap-anywhere">
      {failed.map(({ id, shot, reason, hint }) => (
        <li key={id} className="text-bad">
          {shot === null ? reason : t('atShot', { shot: shot + 1, reason: reason ?? '' })}
          {hint !== null && <span className="text-dim"> {hint}</span>}
        </li>
      ))}
    </ul>
  );
}

function Acts({ run }: { readonly run: Run }): ReactNode {
  const t = useTranslations('film');
  const may = useMay();
  const { fail } = useToasts();
  const { act } = useRunActs();
  const [busy, setBusy] = useState<RunAct | null>(null);
  const [asking, setAsking] = useState(false);
  if (!isOpen(run) || !may('runs:edit')) return null;
  const now = async (what: RunAct): Promise<void> => {
    setBusy(what);
    await act(run.id, what).catch(fail);
    setBusy(null);
  };
  return (
    <>
      {run.state === 'running' ? (
        <Button icon={Pause} busy={busy === 'pause'} onClick={() => void now('pause')}>
          {t('pause')}
        </Button>
      ) : (
        <Button icon={Play} busy={busy === 'resume'} onClick={() => void now('resume')}>
          {t('resume')}
        </Button>
      )}
      <Button icon={X} onClick={() => setAsking(true)}>
        {t('cancelAnalysis')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('cancelAnalysis')}
        act={t('cancelAnalysis')}
        onConfirm={() => act(run.id, 'cancel')}
      >
        {t('cancelAnalysisWhat')}
      </ConfirmDialog>
    </>
  );
}

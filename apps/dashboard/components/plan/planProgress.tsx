import { useState, type ReactElement } from 'react';
import { Check, CircleStop } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, classes, ConfirmDialog, Progress } from '#components/ui/index.ts';
import { useRunActs } from '#lib/api/runActs.ts';
import { useJobs, type Job } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';
import { useHowFar } from './howFar.ts';
import { KINDS, type Kind } from './kinds.ts';

/** How far planning is, step by step. */
export function PlanProgress({ run, kind }: { readonly run: string; readonly kind: Kind }): ReactElement {
  const t = useTranslations('plan');
  const { data: jobs = [] } = useJobs(run);
  const { stages } = KINDS[kind];
  return (
    <section
      aria-label={t('planning')}
      className="flex shrink-0 items-center gap-4 border-b border-line bg-panel px-3 py-2"
    >
      <h2 className="shrink-0">{t('planning')}</h2>
      <ol className="grid min-w-0 flex-1 auto-cols-fr grid-flow-col gap-3">
        {stages.map((stage) => (
          <Step key={stage} stage={stage} job={jobs.find((each) => each.stage === stage)} />
        ))}
      </ol>
      <StopPlanning run={run} />
    </section>
  );
}

function Step({ stage, job }: { readonly stage: Job['stage']; readonly job: Job | undefined }): ReactElement {
  const howFar = useHowFar();
  const t = useTranslations('work');
  const state = job?.state ?? 'waiting';
  const { done = 0, total = null } = job?.progress ?? {};
  const share = state === 'done' ? 1 : total ? done / total : state === 'running' ? null : 0;
  const name = t(`stage-${stage}`);
  const counted = state === 'running' && job !== undefined ? howFar(job.progress) : '';
  return (
    <li className="flex min-w-0 flex-col gap-1">
      <span className="flex items-center gap-1" title={name}>
        {state === 'done' && <Check size={13} aria-hidden className="shrink-0 text-good" />}
        <span className={classes('truncate', state !== 'running' && state !== 'done' && 'text-faint')}>
          {name}
        </span>
      </span>
      <Progress label={name} share={share} />
      <span className="truncate text-xs text-dim tabular-nums">{counted || t(`job-${state}`)}</span>
    </li>
  );
}

function StopPlanning({ run }: { readonly run: string }): ReactElement {
  const t = useTranslations();
  const allowed = useMay()('runs:edit');
  const { act } = useRunActs();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        icon={CircleStop}
        disabled={!allowed}
        title={allowed ? undefined : t('common.notAllowed')}
        onClick={() => setAsking(true)}
      >
        {t('work.stop')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('plan.stopPlanning')}
        act={t('work.stop')}
        onConfirm={() => act(run, 'cancel')}
      >
        {t('plan.stopPlanningText')}
      </ConfirmDialog>
    </>
  );
}

'use client';

import type { ReactElement, ReactNode } from 'react';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, ProblemNote, Progress } from '#components/ui/index.ts';
import { shareOfJob, useJobOf } from '#lib/api/jobOf.ts';
import type { Plan } from '#lib/api/planLines.ts';
import { useRun, type Job } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';
import type { EditorData } from './useEditorData.ts';
import type { Checking } from './useChecking.ts';

interface PlanNoteProps {
  readonly data: EditorData;
  readonly checking: Checking;
}

/** Says that what is shown is of an earlier check, or that one is being made; nothing where all is as it is now. */
export function PlanNote({ data, checking }: PlanNoteProps): ReactNode {
  const t = useTranslations('lines');
  const { newest, plan } = data;
  const may = useMay()('plans:create');
  if (checking.problem !== null) {
    return (
      <div className="p-2">
        <ProblemNote error={checking.problem} onRetry={() => void checking.start()} />
      </div>
    );
  }
  if (newest?.state === 'making') return <Making plan={newest} />;
  if (newest === undefined || plan === undefined) return null;
  if (plan !== null && !plan.outdated) return null;
  const failed = newest?.state === 'failed';
  return (
    <div role="status" className="flex items-center gap-3 border-b border-line bg-raised px-3 py-1">
      <p className="min-w-0 flex-1 text-warn">
        {failed ? t('checkFailed') : t(plan === null ? 'notChecked' : 'outdated')}
      </p>
      {may && (
        <Button icon={RefreshCw} busy={checking.starting} onClick={() => void checking.start()}>
          {t(plan === null ? 'check' : 'checkAgain')}
        </Button>
      )}
    </div>
  );
}

/** How many stages a check has. */
const STAGES = 6;

function Making({ plan }: { readonly plan: Plan }): ReactElement {
  const t = useTranslations('lines');
  const work = useTranslations('work');
  const run = useRun(plan.run).data;
  const job = useJobOf(plan.run);
  const stage = job?.stage as Job['stage'] | undefined;
  return (
    <div role="status" className="flex items-center gap-3 border-b border-line bg-raised px-3 py-1.5">
      <span>{t('checking')}</span>
      <Progress
        label={t('checking')}
        share={((run?.jobs.done ?? 0) + (shareOfJob(job) ?? 0)) / STAGES}
        className="flex-1"
      />
      <span className="w-56 truncate text-dim">{stage && work(`stage-${stage}`)}</span>
    </div>
  );
}

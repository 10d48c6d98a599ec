'use client';

import { useMemo, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Panel, ShowMore } from '#components/ui/index.ts';
import { useJobs } from '#lib/api/runs.ts';
import { failuresOf, rangesOf, type Failure } from '#lib/api/failures.ts';
import { useStageWords } from './stageWords.ts';

/** What failed in a run, why, and what to do about it; what failed often in the same way stands there once. */
export function FailuresPanel({ run }: { readonly run: string }): ReactElement | null {
  const t = useTranslations('work');
  const jobs = useJobs(run, { state: 'failed' });
  const failures = useMemo(() => failuresOf(jobs.data ?? []), [jobs.data]);
  if (failures.length === 0) return null;
  return (
    <Panel title={t('whatFailed')} className="max-h-56 shrink-0 overflow-auto border-bad/60">
      <ul>
        {failures.map((failure, at) => (
          <FailureEntry key={at} failure={failure} />
        ))}
      </ul>
      <ShowMore of={jobs} />
    </Panel>
  );
}

function FailureEntry({
  failure: { stage, reason, hint, shots },
}: {
  readonly failure: Failure;
}): ReactElement {
  const t = useTranslations('work');
  const words = useStageWords();
  return (
    <li className="flex flex-col gap-1 border-b border-line/60 px-3 py-2 last:border-0">
      <p className="font-semibold">
        {words.stage(stage)}
        {shots.length > 0 && (
          <span className="font-normal text-dim">
            {' · '}
            {t('shotNumbers', { count: shots.length, numbers: rangesOf(shots.map((shot) => shot + 1)) })}
          </span>
        )}
      </p>
      <p className="wrap-anywhere text-bad">{reason ?? t('noReason')}</p>
      {hint !== null && (
        <p className="wrap-anywhere">
          <span className="text-dim">{t('wayOut')}: </span>
          {hint}
        </p>
      )}
    </li>
  );
}

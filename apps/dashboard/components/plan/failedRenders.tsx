import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import Link from 'next/link';
import { OctagonAlert, RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/index.ts';
import { failuresOf, rangesOf, type Failure } from '#lib/api/failures.ts';
import { runActs, useRunActs } from '#lib/api/runActs.ts';
import { useJobs, type Job, type Run } from '#lib/api/runs.ts';
import { useMay } from '#lib/api/session.ts';
import { AsidePart } from './asidePart.tsx';
import { placeOfLine, placeOfShot } from './places.ts';
import type { PlanFound, PlanGroup } from './planGroups.ts';
import { RetryDialog } from '#components/runs/index.ts';
import { ShotPicture } from '#components/timeline/index.ts';
import type { PlanFacts } from './usePlanData.ts';

interface FailedRendersProps {
  readonly run: Run;
  readonly found: PlanFound;
  readonly facts: PlanFacts;
}

const NO_JOBS: readonly Job[] = [];

/** What failed in a render, why, and the ways out; nothing of shots that came to a take in another one since. */
export function FailedRenders({ run, found, facts }: FailedRendersProps): ReactNode {
  const t = useTranslations();
  const allowed = useMay()('runs:edit');
  const { act } = useRunActs();
  const [asking, setAsking] = useState(false);
  const { data: jobs = NO_JOBS } = useJobs(run.id, { state: 'failed' });
  const byIndex = useMemo(() => new Map(found.groups.map((group) => [group.index, group])), [found]);
  const failures = useMemo(
    () => failuresOf(jobs.filter(({ shot }) => shot === null || byIndex.get(shot)?.state === 'failed')),
    [jobs, byIndex],
  );
  if (failures.length === 0) return null;
  const canRetry = runActs.retry.from.includes(run.state);
  return (
    <AsidePart
      title={t('work.whatFailed')}
      icon={<OctagonAlert size={15} aria-hidden className="text-bad" />}
      acts={
        canRetry && (
          <Button
            icon={RotateCcw}
            disabled={!allowed}
            title={allowed ? undefined : t('common.notAllowed')}
            onClick={() => setAsking(true)}
          >
            {t('work.retry')}
          </Button>
        )
      }
    >
      <ul className="flex flex-col gap-3">
        {failures.map((failure, at) => (
          <FailureEntry
            key={at}
            {...{ failure, facts }}
            groups={failure.shots.flatMap((shot) => byIndex.get(shot) ?? [])}
          />
        ))}
      </ul>
      <RetryDialog
        open={asking}
        onClose={() => setAsking(false)}
        what={t(`work.act-${run.act}`)}
        onRetry={(reason) => act(run.id, 'retry', reason)}
      />
    </AsidePart>
  );
}

interface FailureEntryProps {
  readonly failure: Failure;
  readonly groups: readonly PlanGroup[];
  readonly facts: PlanFacts;
}

/** As many pictures tell which shots they are. */
const MOST_PICTURES = 4;

const LINK = 'text-accent underline-offset-2 hover:underline';

function FailureEntry({
  failure: { stage, reason, hint, shots },
  groups,
  facts,
}: FailureEntryProps): ReactElement {
  const t = useTranslations();
  const lines = groups.flatMap((group) => group.lines.map(({ planned }) => planned.index));
  return (
    <li className="flex flex-col gap-1">
      <p className="font-semibold">
        {t(`work.stage-${stage}`)}
        {shots.length > 0 && (
          <span className="font-normal text-dim">
            {' · '}
            {t('work.shotNumbers', { count: shots.length, numbers: rangesOf(shots.map((shot) => shot + 1)) })}
          </span>
        )}
      </p>
      <p className="wrap-anywhere text-bad">{reason ?? t('work.noReason')}</p>
      {hint !== null && (
        <p className="wrap-anywhere">
          <span className="text-dim">{t('work.wayOut')}: </span>
          {hint}
        </p>
      )}
      {groups.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {groups.slice(0, MOST_PICTURES).map((group) => (
            <li key={group.index}>
              <Link
                href={placeOfShot(facts, group)}
                aria-label={t('plan.shotNumber', { number: group.index + 1 })}
                className="block"
              >
                <ShotPicture pictures={facts.pictures} start={group.start} end={group.end} height={36} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-x-3">
        {lines.length > 0 && (
          <Link href={placeOfLine(facts, Math.min(...lines))} className={LINK}>
            {t('plan.toLines')}
          </Link>
        )}
        <Link href={`/titles/${facts.title}/cast`} className={LINK}>
          {t('plan.toCast')}
        </Link>
      </p>
    </li>
  );
}

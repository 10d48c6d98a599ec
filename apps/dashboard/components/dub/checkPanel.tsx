'use client';

import type { ReactElement, ReactNode } from 'react';
import { ListChecks, RefreshCw, SearchCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import {
  Await,
  Badge,
  Button,
  Empty,
  LinkButton,
  Panel,
  ProblemNote,
  Progress,
} from '#components/ui/index.ts';
import type { Character, Performer } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import type { PlanInFull, PlannedLine } from '#lib/api/planLines.ts';
import type { Script } from '#lib/api/scripts.ts';
import { useMay } from '#lib/api/session.ts';
import type { Stem } from '#lib/api/stems.ts';
import type { Dub } from '#lib/api/titles.ts';
import { isCheckOf } from './lineProblems.ts';
import { Problems } from './problems.tsx';
import { useCheckProgress, type Check } from './useCheck.ts';

interface CheckPanelProps {
  readonly dub: Dub;
  readonly check: Check;
  readonly script: Script | undefined;
  readonly lines: readonly Line[];
  readonly planned: readonly PlannedLine[];
  readonly characters: readonly Character[];
  readonly performers: readonly Performer[];
  readonly stems: readonly Stem[];
}

/** Checks the script against the voice, and lists what is wrong with ways to put it right. */
export function CheckPanel(props: CheckPanelProps): ReactElement {
  const { check, script, stems } = props;
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const may = useMay()('plans:create');
  const { newest, starting, start, problem } = check;
  const making = newest?.state === 'making';
  const voiced = stems.some(({ kind }) => kind !== 'music-and-effects');
  const missing = !voiced ? t('needsVoice') : script === undefined ? t('needsScript') : null;
  const stale = newest?.state === 'ready' && newest.outdated;
  return (
    <Panel
      title={
        <span className="flex items-center gap-2">
          {t('check')} {stale && <Badge tone="warn">{t('outdated')}</Badge>}
        </span>
      }
      acts={
        <Button
          kind={newest?.state === 'ready' && !stale ? 'plain' : 'main'}
          icon={newest === null ? SearchCheck : RefreshCw}
          busy={starting || making}
          disabled={!may || missing !== null}
          title={may ? (missing ?? undefined) : common('notAllowed')}
          onClick={() => void start()}
        >
          {t(newest === null || newest === undefined ? 'checkNow' : 'checkAgain')}
        </Button>
      }
    >
      {problem !== null && (
        <div className="p-3">
          <ProblemNote error={problem} />
        </div>
      )}
      <Await of={{ data: newest, error: check.error, refetch: check.refetch }}>
        {(plan) => <Standing {...props} plan={plan} missing={missing} />}
      </Await>
    </Panel>
  );
}

type StandingProps = CheckPanelProps & { readonly plan: PlanInFull | null; readonly missing: string | null };

function Standing(props: StandingProps): ReactNode {
  const { plan, missing, check, script } = props;
  const t = useTranslations('dub');
  const { ready } = check;
  if (plan === null) {
    return (
      <Empty icon={ListChecks} title={t('notChecked')}>
        <p className="max-w-xl">{missing ?? t('notCheckedHint')}</p>
      </Empty>
    );
  }
  const ofOther = ready && script !== undefined && !isCheckOf(ready, script);
  return (
    <>
      {plan.state === 'making' && <Making run={plan.run} />}
      {plan.state === 'failed' && (
        <div className="p-3">
          <ProblemNote
            error={new Error(plan.problem ?? t('checkFailed'))}
            onRetry={() => void check.start()}
          />
        </div>
      )}
      {ofOther && <p className="p-3 text-warn">{t('checkOfOther')}</p>}
      {ready && !ofOther && <Problems {...props} plan={ready} />}
    </>
  );
}

function Making({ run }: { readonly run: string }): ReactElement {
  const t = useTranslations('dub');
  const work = useTranslations('work');
  const { stage, share } = useCheckProgress(run);
  return (
    <div className="flex flex-col gap-1.5 border-b border-line p-3" role="status">
      <p className="flex items-center justify-between gap-2">
        <span>{stage === null ? t('checkWaits') : work(`stage-${stage}`)}</span>
        <LinkButton kind="quiet" href={`/work/${run}`}>
          {t('seeWork')}
        </LinkButton>
      </p>
      <Progress label={t('check')} share={stage === null && share === 0 ? null : share} />
    </div>
  );
}

import type { ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { ApiProblem } from '@mondwerk/client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LinkButton, ProblemNote } from '#components/ui/index.ts';
import { usePlanInFull, type Plan, type PlanInFull } from '#lib/api/planLines.ts';
import { useRun } from '#lib/api/runs.ts';
import { KINDS, type Kind } from './kinds.ts';
import { PlanProgress } from './planProgress.tsx';

interface PlanNotesProps {
  readonly title: string;
  readonly dub: string;
  readonly kind: Kind;
  /** The newest plan, however far it is. */
  readonly newest: Plan | null;
  /** The one that is shown. */
  readonly plan: PlanInFull | undefined;
  /** Why planning was refused. */
  readonly problem: unknown;
}

/** What one should know of a plan before one looks at it: a newer one is on its way, or it is outdated. */
export function PlanNotes({ title, dub, kind, newest, plan, problem }: PlanNotesProps): ReactElement {
  const t = useTranslations('plan');
  const home = `/titles/${title}/dubs/${dub}`;
  const making = newest?.state === 'making';
  return (
    <>
      {problem !== null && !making && <Refused {...{ problem, home, kind }} />}
      {making && <PlanProgress run={newest.run} kind={kind} />}
      {newest?.state === 'failed' && problem === null && <Failed plan={newest} {...{ home, kind }} />}
      {plan?.outdated === true && !making && (
        <Strip>
          <p role="status">{t(KINDS[kind].outdated)}</p>
        </Strip>
      )}
      {plan !== undefined && plan.staleEdits.length > 0 && (
        <Strip>
          <p>
            {t('staleEdits', { count: plan.staleEdits.length })}{' '}
            {linesOf(plan.staleEdits).map((line, at) => (
              <span key={line}>
                {at > 0 && ', '}
                <Link href={`${home}/lines?line=${line}`} className="underline underline-offset-2">
                  {t('lineNumber', { number: line + 1 })}
                </Link>
              </span>
            ))}
          </p>
        </Strip>
      )}
    </>
  );
}

const linesOf = (edits: PlanInFull['staleEdits']): number[] => [...new Set(edits.map(({ line }) => line))];

const Strip = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className="flex shrink-0 items-start gap-2 border-b border-line bg-warn/10 px-3 py-1.5">
    <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-warn" />
    {children}
  </div>
);

interface RefusedProps {
  readonly problem: unknown;
  /** Where that is on which a plan depends. */
  readonly home: string;
  readonly kind: Kind;
}

function Refused({ problem, home, kind }: RefusedProps): ReactElement {
  const t = useTranslations('plan');
  const aboutBasics = problem instanceof ApiProblem && problem.status < 500;
  const { toBasics, icon } = KINDS[kind];
  return (
    <div className="flex shrink-0 flex-col items-start gap-2 p-3">
      <ProblemNote error={problem} />
      {aboutBasics && (
        <LinkButton icon={icon} href={home}>
          {t(toBasics)}
        </LinkButton>
      )}
    </div>
  );
}

/** Why the newest plan came to nothing; one that somebody stopped is no failure. */
function Failed({
  plan,
  ...where
}: Pick<RefusedProps, 'home' | 'kind'> & { readonly plan: Plan }): ReactNode {
  const t = useTranslations('plan');
  const full = usePlanInFull(plan.id).data;
  const run = useRun(plan.run).data;
  if (full === undefined || run === undefined) return null;
  if (run.state === 'cancelled') {
    return (
      <Strip>
        <p>{t('planStopped')}</p>
      </Strip>
    );
  }
  return <Refused problem={new Error(full.problem ?? t('planFailed'))} {...where} />;
}

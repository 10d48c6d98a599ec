'use client';

import type { ReactElement } from 'react';
import { ClipboardList, Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Button, Empty } from '#components/ui/index.ts';
import { usePlanInFull, usePlansOfDub, type PlansOfDub } from '#lib/api/planLines.ts';
import { useMay } from '#lib/api/session.ts';
import { useDub } from '#lib/api/titles.ts';
import { KINDS, type Kind } from './kinds.ts';
import { PlanBar } from './planBar.tsx';
import { PlanDesk } from './planDesk.tsx';
import { PlanNotes } from './planNotes.tsx';
import { usePlanning } from './planning.ts';

interface PlanPageProps {
  readonly title: string;
  readonly dub: string;
}

/** What would be rendered of a dub, chosen, rendered, and watched meanwhile. */
export function PlanPage({ title, dub }: PlanPageProps): ReactElement {
  const t = useTranslations('plan');
  const allowed = useMay()('plans:read');
  const plans = usePlansOfDub(dub, allowed);
  const version = useDub(dub);
  if (!allowed) return <Empty icon={Lock} title={t('notForYou')} />;
  return (
    <Await of={version}>
      {({ kind }) => <Await of={plans}>{(known) => <Plans {...{ title, dub, kind }} plans={known} />}</Await>}
    </Await>
  );
}

interface PlansProps extends PlanPageProps {
  readonly kind: Kind;
  readonly plans: PlansOfDub;
}

function Plans({ title, dub, kind, plans: { newest, ready } }: PlansProps): ReactElement {
  const t = useTranslations();
  const may = useMay();
  const { notPlanned, notPlannedHint } = KINDS[kind];
  const planning = usePlanning(dub);
  const full = usePlanInFull(ready?.id).data;
  const making = newest?.state === 'making';
  const start = may('plans:create') && !making ? planning.start : null;
  useShortcuts('planning', t('shell.here'), [{ keys: 'p', does: t('plan.planAgain'), run: () => start?.() }]);
  const button = (kind: 'main' | 'plain'): ReactElement => (
    <Button
      kind={kind}
      icon={ClipboardList}
      busy={planning.busy}
      disabled={start === null}
      title={may('plans:create') ? undefined : t('common.notAllowed')}
      onClick={() => start?.()}
    >
      {t(ready === null ? 'plan.planIt' : 'plan.planAgain')}
    </Button>
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden">
      {ready !== null && (
        <PlanBar dub={dub} plan={ready}>
          {button(full?.outdated && !making ? 'main' : 'plain')}
        </PlanBar>
      )}
      <PlanNotes {...{ title, dub, kind, newest }} plan={full} problem={planning.problem} />
      {ready !== null && <PlanDesk key={ready.id} {...{ title, dub, kind }} plan={ready} />}
      {ready === null && !making && (
        <Empty icon={ClipboardList} title={t(`plan.${notPlanned}`)}>
          <p className="max-w-xl">{t(`plan.${notPlannedHint}`)}</p>
          {button('main')}
        </Empty>
      )}
    </div>
  );
}

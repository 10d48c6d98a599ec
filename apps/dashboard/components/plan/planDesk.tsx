import { useMemo, useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Await } from '#components/ui/index.ts';
import type { Plan } from '#lib/api/planLines.ts';
import { PRIORITIES, useOpenRenders } from '#lib/api/renders.ts';
import { useMay } from '#lib/api/session.ts';
import { FootageFound } from './footageFound.tsx';
import { KINDS, type Kind } from './kinds.ts';
import { PlanAside } from './planAside.tsx';
import type { PlanFound } from './planGroups.ts';
import { PlanTable } from './planTable.tsx';
import { countLeftOut, groupsIn, isWorth, rowsIn, type View } from './planView.ts';
import { SumBar, type Urgency } from './sumBar.tsx';
import { useChoice } from './useChoice.ts';
import { useCursor } from './useCursor.ts';
import { useLackingRights } from './useLackingRights.ts';
import { usePlanData, type PlanData } from './usePlanData.ts';
import { usePlanKeys } from './usePlanKeys.ts';
import { useRendering } from './useRendering.ts';
import { ViewBar } from './viewBar.tsx';
import { amountOf } from './workTime.ts';

interface PlanDeskProps {
  readonly title: string;
  readonly dub: string;
  readonly kind: Kind;
  readonly plan: Plan;
}

/** A plan that is ready: choosing what is rendered, and watching it being rendered. */
export function PlanDesk({ title, dub, kind, plan }: PlanDeskProps): ReactElement {
  const data = usePlanData(title, dub, plan.id);
  return (
    <Await of={{ ...data, data: data.found }}>
      {(found) => <Desk {...{ title, dub, kind, plan, data, found }} />}
    </Await>
  );
}

interface DeskProps extends PlanDeskProps {
  readonly data: PlanData;
  readonly found: PlanFound;
}

function Desk({ title, dub, kind, plan, data, found }: DeskProps): ReactElement {
  const t = useTranslations('plan');
  const { act, lines } = KINDS[kind];
  const [view, setView] = useState<View>({ shown: lines ? 'worth' : 'all', order: 'film', threshold: 0 });
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const shown = useMemo(() => groupsIn(found, view), [found, view]);
  const rows = useMemo(() => rowsIn(shown, found.unheard, view.shown), [shown, found, view.shown]);
  const cursor = useCursor(rows);
  const rendering = useRendering(plan.id, data.sentBack);
  const choosing = useChoice({ found, shown, threshold: view.threshold, onChoose: rendering.forget });
  const rights = useLackingRights(dub, found);
  const renders = useOpenRenders(title, dub, act);
  const { chosen } = choosing;
  const chosenGroups = useMemo(
    () => found.groups.filter(({ shot }) => shot !== null && chosen.has(shot)),
    [found, chosen],
  );
  const amount = amountOf(chosenGroups, data.facts.pace, data.slots);
  const blocked = chosenGroups.flatMap(({ shot }) => (rights.blocked.has(shot!) ? [shot!] : []));
  const allowed = useMay()('runs:create');
  const render = async (): Promise<void> => {
    if (!allowed) return;
    if (!(await rendering.start(chosenGroups, { priority: PRIORITIES[urgency] }))) return;
    choosing.chooseWorth();
    setUrgency('normal');
  };
  usePlanKeys({
    rows,
    cursor,
    choosing,
    view,
    facts: data.facts,
    onView: setView,
    onRender: () => void render(),
  });
  const counts = useMemo(
    () => ({
      worth: found.groups.filter((group) => isWorth(group, view.threshold)).length,
      all: found.groups.length,
      'left-out': countLeftOut(found),
    }),
    [found, view.threshold],
  );
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={t(lines ? 'linesByShot' : 'shotsByFilm')}
        className="flex min-h-0 min-w-0 flex-1 flex-col"
      >
        {lines && <ViewBar {...{ view, counts }} onView={setView} />}
        <PlanTable
          {...{ rows, choosing, cursor }}
          groups={shown}
          facts={data.facts}
          blocked={rights.blocked}
        />
        <SumBar
          {...{ title, amount, urgency }}
          slots={data.slots}
          blocked={blocked.length}
          onLeaveOut={() => choosing.leaveOut(blocked)}
          onWorth={choosing.asWorth ? null : choosing.chooseWorth}
          onUrgency={setUrgency}
          busy={rendering.busy}
          problem={rendering.problem}
          onRender={() => void render()}
        />
      </section>
      <PlanAside
        {...{ data, found, renders, rendering }}
        missing={rights.missing}
        footage={!lines && <FootageFound plan={plan.id} />}
      />
    </div>
  );
}

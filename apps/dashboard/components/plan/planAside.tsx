import type { ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { ShieldAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Portrait } from '#components/ui/index.ts';
import { portraitUrl } from '#lib/api/cast.ts';
import type { OpenRenders } from '#lib/api/renders.ts';
import type { MissingRight } from '#lib/api/rights.ts';
import { AsidePart } from './asidePart.tsx';
import { FailedRenders } from './failedRenders.tsx';
import { GrowingList } from './growingList.tsx';
import type { PlanFound } from './planGroups.ts';
import { RunningRenders } from './runningRenders.tsx';
import { SentBackShots } from './sentBackShots.tsx';
import type { PlanData, PlanFacts } from './usePlanData.ts';
import type { Rendering } from './useRendering.ts';

interface PlanAsideProps {
  readonly data: PlanData;
  readonly found: PlanFound;
  readonly renders: OpenRenders;
  readonly rendering: Rendering;
  readonly missing: readonly MissingRight[];
  /** What was found of the shown performer's footage, for a replacement. */
  readonly footage: ReactNode;
}

/** What goes on, what failed, what came back and what is missing; nothing where there is nothing to tell. */
export function PlanAside({ data, found, renders, rendering, missing, footage }: PlanAsideProps): ReactNode {
  const t = useTranslations('plan');
  const sentBack = found.groups.filter(({ state }) => state === 'sent-back');
  const { going, failed } = renders;
  const told = going.length + failed.length + sentBack.length + missing.length;
  if (told === 0 && !footage) return null;
  return (
    <aside
      aria-label={t('aside')}
      className="flex w-80 shrink-0 flex-col overflow-y-auto border-l border-line bg-panel 2xl:w-104"
    >
      {going.length > 0 && <RunningRenders runs={going} data={data} found={found} />}
      {failed.map((run) => (
        <FailedRenders key={run.id} run={run} found={found} facts={data.facts} />
      ))}
      {missing.length > 0 && <MissingRights missing={missing} facts={data.facts} />}
      {sentBack.length > 0 && (
        <SentBackShots groups={sentBack} verdicts={data.sentBack} facts={data.facts} rendering={rendering} />
      )}
      {footage}
    </aside>
  );
}

interface MissingRightsProps {
  readonly missing: readonly MissingRight[];
  readonly facts: PlanFacts;
}

function MissingRights({ missing, facts: { people, title, kind, home } }: MissingRightsProps): ReactElement {
  const t = useTranslations('plan');
  // Who is shown may be in no cast: both are on the first page of a replacement.
  const placeOf = (performer: string): string =>
    kind === 'dub' ? `/titles/${title}/cast?performer=${performer}` : home;
  return (
    <AsidePart title={t('rightsMissing')} icon={<ShieldAlert size={15} aria-hidden className="text-warn" />}>
      <GrowingList
        items={missing}
        keyOf={({ performer, clause }) => `${performer} ${clause}`}
        show={({ performer, sentence }) => (
          <div className="flex items-start gap-2">
            <Portrait
              src={people.get(performer)?.hasPortrait ? portraitUrl(performer) : null}
              name=""
              className="size-9 rounded-sm"
            />
            <div className="min-w-0 wrap-anywhere">
              <p>{sentence}</p>
              <Link href={placeOf(performer)} className="text-accent underline-offset-2 hover:underline">
                {t('recordRights', { name: people.get(performer)?.name ?? '' })}
              </Link>
            </div>
          </div>
        )}
      />
    </AsidePart>
  );
}

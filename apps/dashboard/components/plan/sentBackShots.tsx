import type { ReactElement } from 'react';
import Link from 'next/link';
import { RotateCcw, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '#components/ui/index.ts';
import { PRIORITIES, type LastVerdict } from '#lib/api/renders.ts';
import { useMay } from '#lib/api/session.ts';
import { AsidePart } from './asidePart.tsx';
import { GrowingList } from './growingList.tsx';
import { placeOfShot } from './places.ts';
import type { PlanGroup } from './planGroups.ts';
import { useSettingsWords } from './settingsWords.ts';
import { ShotPicture } from '#components/timeline/index.ts';
import type { PlanFacts } from './usePlanData.ts';
import type { Rendering } from './useRendering.ts';

interface SentBackShotsProps {
  readonly groups: readonly PlanGroup[];
  /** What was decided, by take. */
  readonly verdicts: ReadonlyMap<string, LastVerdict>;
  readonly facts: PlanFacts;
  readonly rendering: Rendering;
}

/** A run is told a reason of at most so many letters. */
const MOST_LETTERS = 500;

/** The shots that reviewers sent back, why, and rendering them again as they wished. */
export function SentBackShots({ groups, verdicts, facts, rendering }: SentBackShotsProps): ReactElement {
  const t = useTranslations('plan');
  const common = useTranslations('common');
  const allowed = useMay()('runs:create');
  const possible = groups.filter(({ shot, take }) => shot !== null && take !== null && verdicts.has(take.id));
  const again = (some: readonly PlanGroup[], reason?: string): void =>
    void rendering.start(some, { priority: PRIORITIES.urgent, ...(reason && { reason }) });
  return (
    <AsidePart
      title={t('sentBack', { count: groups.length })}
      icon={<Undo2 size={15} aria-hidden className="text-sent-back" />}
      acts={
        <Button
          icon={RotateCcw}
          busy={rendering.busy}
          disabled={!allowed || possible.length === 0}
          title={allowed ? undefined : common('notAllowed')}
          onClick={() => again(possible)}
        >
          {t('renderAllAgain')}
        </Button>
      }
    >
      <GrowingList
        items={groups}
        keyOf={({ index }) => `${index}`}
        show={(group) => {
          const verdict = group.take === null ? undefined : verdicts.get(group.take.id);
          const reason = verdict?.reason?.slice(0, MOST_LETTERS);
          const can = allowed && possible.includes(group);
          return (
            <Returned {...{ group, verdict, facts }} onAgain={can ? () => again([group], reason) : null} />
          );
        }}
      />
    </AsidePart>
  );
}

interface ReturnedProps {
  readonly group: PlanGroup;
  readonly verdict: LastVerdict | undefined;
  readonly facts: PlanFacts;
  readonly onAgain: (() => void) | null;
}

function Returned({ group, verdict, facts, onAgain }: ReturnedProps): ReactElement {
  const t = useTranslations('plan');
  const words = useSettingsWords(facts.people);
  const number = group.index + 1;
  return (
    <div className="flex items-start gap-2">
      <ShotPicture pictures={facts.pictures} start={group.start} end={group.end} height={36} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <Link href={placeOfShot(facts, group)} className="font-semibold underline-offset-2 hover:underline">
          {t('shotNumber', { number })}
        </Link>
        <p>{verdict?.reason}</p>
        {verdict?.settings &&
          words(verdict.settings).map((each) => (
            <p key={each} className="text-xs text-dim">
              {each}
            </p>
          ))}
        {group.shot === null && <p className="text-xs text-warn">{t('notPlannedAnyMore')}</p>}
      </div>
      {onAgain !== null && (
        <IconButton icon={RotateCcw} label={t('renderAgain', { number })} onClick={onAgain} />
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { StateSign } from '#components/timeline/index.ts';
import { useMay } from '#lib/api/session.ts';
import { placeOfShot } from './places.ts';
import type { PlanGroup } from './planGroups.ts';
import type { PlanFacts } from './usePlanData.ts';

interface ShotStandingProps {
  readonly group: PlanGroup;
  readonly facts: PlanFacts;
}

/** Where a shot stands, in a word, with a way to look at what was rendered of it. */
export function ShotStanding({ group, facts }: ShotStandingProps): ReactElement {
  const t = useTranslations();
  const allowed = useMay()('takes:read');
  const { state, take } = group;
  return (
    <span className="flex min-w-0 flex-col">
      <span className="flex min-w-0 items-center gap-1.5">
        <StateSign state={state} />
        <span className="truncate">{t(`film.${state}`)}</span>
      </span>
      {take !== null && allowed && (
        <Link
          href={placeOfShot(facts, group)}
          aria-label={`${t('plan.reviewTake', { number: take.number })}: ${t('plan.shotNumber', { number: group.index + 1 })}`}
          className="truncate text-xs text-accent underline-offset-2 hover:underline"
        >
          {t('plan.reviewTake', { number: take.number })}
        </Link>
      )}
    </span>
  );
}

import { memo, type ReactElement } from 'react';
import Link from 'next/link';
import { ShieldAlert } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { classes, Portrait } from '#components/ui/index.ts';
import { portraitUrl } from '#lib/api/cast.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { canRender } from './choice.ts';
import { COLUMNS } from './columns.ts';
import { MismatchBar } from './mismatchBar.tsx';
import type { PlanGroup } from './planGroups.ts';
import { keyOfRow, type PlanRow } from './planView.ts';
import { placeOfShot } from './places.ts';
import { ShotPicture } from '#components/timeline/index.ts';
import { ShotStanding } from './shotStanding.tsx';
import type { PlanFacts } from './usePlanData.ts';

interface ShotRowProps {
  readonly row: PlanRow & { readonly kind: 'shot' };
  readonly facts: PlanFacts;
  readonly chosen: boolean;
  /** Rights are missing for somebody in it. */
  readonly blocked: boolean;
  readonly current: boolean;
  readonly onToggle: (group: PlanGroup, wanted: boolean, range: boolean) => void;
  readonly onPoint: (row: PlanRow) => void;
}

/** One shot of a plan: what it would take to render it, and where it stands. */
export const ShotRow = memo(function ShotRow(props: ShotRowProps): ReactElement {
  const { row, facts, chosen, blocked, current, onToggle, onPoint } = props;
  const { group } = row;
  const t = useTranslations('plan');
  const format = useFormatter();
  const locale = useLocale();
  const name = t('shotNumber', { number: group.index + 1 });
  return (
    <div
      data-row={keyOfRow(row)}
      className={classes(
        COLUMNS,
        'h-full border-b border-line/60 bg-panel',
        current ? 'shadow-[inset_2px_0_0_var(--color-accent)] bg-raised!' : 'hover:bg-raised',
      )}
      onPointerDown={() => onPoint(row)}
    >
      <label className="flex size-6 items-center justify-center">
        {group.shot !== null && (
          <input
            type="checkbox"
            aria-label={t('chooseShot', { number: group.index + 1 })}
            className="size-4 accent-accent disabled:opacity-40"
            checked={chosen}
            disabled={!canRender(group)}
            onChange={({ currentTarget: { checked }, nativeEvent }) =>
              onToggle(group, checked, (nativeEvent as MouseEvent).shiftKey === true)
            }
          />
        )}
      </label>
      <ShotPicture pictures={facts.pictures} start={group.start} end={group.end} height={36} />
      <div className="flex min-w-0 items-center gap-2">
        <div className="min-w-0 flex-1">
          <Link
            href={placeOfShot(facts, group)}
            className="block truncate font-semibold underline-offset-2 hover:underline"
          >
            {name}
          </Link>
          <p className="flex items-center gap-1.5 truncate text-xs text-dim">
            <span className="font-mono">{facts.frames?.timecodeOf(group.start)}</span>
            {blocked && (
              <span className="flex items-center gap-1 text-warn">
                <ShieldAlert size={12} aria-hidden />
                {t('rightsMissing')}
              </span>
            )}
          </p>
        </div>
        <Faces performers={group.performers} facts={facts} />
      </div>
      {facts.kind === 'replacement' ? (
        <LeftFaces group={group} />
      ) : group.shot === null ? (
        <span className="text-dim">{t('leftAsItIs')}</span>
      ) : (
        <MismatchBar {...group} />
      )}
      <Count>{group.shot !== null && format.number(group.frames)}</Count>
      <Count>{group.shot !== null && format.number(group.mouths)}</Count>
      <Count>{group.shot !== null && nameOfDuration(group.seconds * facts.pace, locale)}</Count>
      <ShotStanding group={group} facts={facts} />
    </div>
  );
});

/** How many faces of a shot stay as they were filmed. */
function LeftFaces({ group: { left } }: { readonly group: PlanGroup }): ReactElement {
  const t = useTranslations('plan');
  return (
    <span className={classes('tabular-nums', left === 0 ? 'text-dim' : 'text-warn')}>
      {left === 0 ? t('noneLeft') : t('facesLeft', { count: left })}
    </span>
  );
}

const Count = ({ children }: { readonly children: string | false }): ReactElement => (
  <span className="text-right whitespace-nowrap tabular-nums">{children}</span>
);

/** As many faces are told apart at a glance. */
const MOST_FACES = 4;

interface FacesProps {
  readonly performers: readonly string[];
  readonly facts: PlanFacts;
}

function Faces({ performers, facts: { people } }: FacesProps): ReactElement {
  const known = performers.flatMap((id) => people.get(id) ?? []);
  const more = known.length - MOST_FACES;
  return (
    <ul className="flex shrink-0 items-center gap-1">
      {known.slice(0, MOST_FACES).map(({ id, name, hasPortrait }) => (
        <li key={id} title={name}>
          <Portrait src={hasPortrait ? portraitUrl(id) : null} name={name} className="size-7 rounded-sm" />
        </li>
      ))}
      {more > 0 && <li className="text-xs text-dim">+{more}</li>}
    </ul>
  );
}

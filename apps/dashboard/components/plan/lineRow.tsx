import { memo, type ReactElement, type ReactNode } from 'react';
import Link from 'next/link';
import { CircleHelp, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes, Portrait } from '#components/ui/index.ts';
import { portraitUrl } from '#lib/api/cast.ts';
import { COLUMNS } from './columns.ts';
import { doubtOf } from './doubtWords.ts';
import { MismatchBar } from './mismatchBar.tsx';
import { placeOfLine } from './places.ts';
import type { SaidLine } from './planGroups.ts';
import { keyOfRow, type PlanRow } from './planView.ts';
import type { PlanFacts } from './usePlanData.ts';

interface LineRowProps {
  readonly row: PlanRow & { readonly kind: 'line' };
  readonly facts: PlanFacts;
  readonly current: boolean;
  readonly onPoint: (row: PlanRow) => void;
}

/** One line in one shot: who says it, how far the old mouth is off, and what is left out. */
export const LineRow = memo(function LineRow({ row, facts, current, onPoint }: LineRowProps): ReactElement {
  const { planned, text, spoken } = row.line;
  const t = useTranslations('plan');
  const format = useFormatter();
  const person = spoken?.performer ? facts.people.get(spoken.performer) : undefined;
  const renewed = planned.leftOut === null && spoken !== null && spoken.frames > 0;
  return (
    <div
      data-row={keyOfRow(row)}
      className={classes(
        COLUMNS,
        'h-full border-b border-line/40',
        current ? 'bg-raised shadow-[inset_2px_0_0_var(--color-accent)]' : 'hover:bg-panel',
      )}
      onPointerDown={() => onPoint(row)}
    >
      <span />
      <span className="flex justify-end" title={person?.name}>
        {spoken?.performer && (
          <Portrait
            src={person?.hasPortrait ? portraitUrl(person.id) : null}
            name={person?.name ?? ''}
            className="size-8 rounded-sm"
          />
        )}
      </span>
      <Link
        href={placeOfLine(facts, planned.index)}
        title={t('editLine')}
        className="line-clamp-2 leading-4.5 wrap-anywhere underline-offset-2 hover:underline"
      >
        <span className="mr-1.5 text-xs text-faint tabular-nums">{planned.index + 1}</span>
        {text === null ? (
          <span className="text-dim">{t('lineNumber', { number: planned.index + 1 })}</span>
        ) : (
          <span lang={facts.language} className={renewed ? undefined : 'text-dim'}>
            {text}
          </span>
        )}
      </Link>
      {renewed ? (
        <MismatchBar mismatch={planned.mismatch} reason={planned.mismatchReason} />
      ) : (
        <span className="text-dim">{t('leftAsItIs')}</span>
      )}
      <span className="text-right text-dim tabular-nums">
        {spoken !== null &&
          (spoken.frames === spoken.end - spoken.start
            ? format.number(spoken.frames)
            : t('framesOf', { some: spoken.frames, all: spoken.end - spoken.start }))}
      </span>
      <Remark line={row.line} />
    </div>
  );
});

/** What somebody should look at: why nothing is rendered of a line, or what may be wrong with it. */
function Remark({ line: { planned, spoken } }: { readonly line: SaidLine }): ReactElement {
  const t = useTranslations('plan');
  const doubt = doubtOf(spoken?.doubt ?? null);
  const { problem } = planned;
  return (
    <span className="col-span-3 flex min-w-0 flex-col text-xs">
      {planned.leftOut !== null && (
        <span className="line-clamp-2 text-dim">{t(`left-${planned.leftOut}`)}</span>
      )}
      {planned.leftOut === null && spoken?.frames === 0 && (
        <span className="line-clamp-2 text-dim">{t('notInThisShot')}</span>
      )}
      {problem !== null && planned.leftOut !== 'not-heard' && (
        <Warning
          icon={<TriangleAlert size={12} aria-hidden className="shrink-0" />}
          title={t(`problem-${problem}`)}
        >
          {t(`problem-${problem}`)}
        </Warning>
      )}
      {doubt !== null && (
        <Warning
          icon={<CircleHelp size={12} aria-hidden className="shrink-0" />}
          title={t(doubt.why, { faces: doubt.faces })}
        >
          {t(doubt.why, { faces: doubt.faces })}
        </Warning>
      )}
    </span>
  );
}

interface WarningProps {
  readonly icon: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
}

const Warning = ({ icon, title, children }: WarningProps): ReactElement => (
  <span className="flex min-w-0 items-center gap-1 text-warn" title={title}>
    {icon}
    <span className="truncate">{children}</span>
  </span>
);

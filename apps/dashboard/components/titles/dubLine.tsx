'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import type { DubAtAGlance } from '#lib/api/overview.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { shotParts } from './shotCounts.ts';
import { placeOf } from '#lib/api/waitPlaces.ts';
import { Waits } from './waits.tsx';

interface DubLineProps {
  readonly title: string;
  readonly dub: DubAtAGlance;
}

/** A dub or a replacement in a line: its name, where its shots stand, what it waits for. */
export function DubLine({ title, dub }: DubLineProps): ReactElement {
  const t = useTranslations('titles');
  const locale = useLocale();
  const { id, kind, language, plan, waits } = dub;
  const name = kind === 'dub' ? nameOfLanguage(language, locale) : t('replacement');
  return (
    <li className="flex min-h-6 flex-wrap items-center gap-x-3 lg:grid lg:grid-cols-[minmax(5rem,9.5rem)_minmax(4rem,10rem)_9.5rem_minmax(0,1fr)] 2xl:grid-cols-[14rem_16rem_12rem_minmax(0,1fr)]">
      <Link
        href={placeOf(title, id)}
        title={name}
        className="relative z-10 truncate py-0.5 first-letter:uppercase hover:underline"
      >
        {name}
      </Link>
      <ShotBar dub={dub} label={name} />
      <Standing dub={dub} />
      {waits.length === 0 && plan === 'ready' ? (
        <span className="flex items-center gap-1 text-good">
          <CircleCheck size={14} aria-hidden />
          {t('delivered')}
        </span>
      ) : (
        <Waits waits={waits} title={title} dub={id} />
      )}
    </li>
  );
}

function Standing({ dub: { plan, shots } }: { readonly dub: DubAtAGlance }): ReactElement {
  const t = useTranslations('titles');
  const all = shots.planned - shots.matches;
  const planned = all === 0 ? t('nothingToRender') : t('approvedOf', { approved: shots.approved, all });
  const text = plan === 'ready' ? planned : t('notPlanned');
  return <span className="truncate text-dim tabular-nums">{text}</span>;
}

interface ShotBarProps {
  readonly dub: DubAtAGlance;
  readonly label: string;
}

function ShotBar({ dub: { shots }, label }: ShotBarProps): ReactElement {
  const t = useTranslations('titles');
  const parts = shotParts(shots);
  const told = parts.map(({ text, count }) => t(text, { count })).join(', ');
  const words = parts.length === 0 ? t('notPlanned') : told;
  return (
    <div
      role="img"
      aria-label={`${label}: ${words}`}
      title={words}
      className={classes(
        'relative z-10 flex h-2.5 w-32 gap-px overflow-hidden rounded-sm lg:w-full',
        parts.length === 0 ? 'border border-dashed border-edge' : 'bg-ground',
      )}
    >
      {parts.map(({ state, colour, count }) => (
        <div key={state} className={classes('min-w-1', colour)} style={{ flexGrow: count, flexBasis: 0 }} />
      ))}
    </div>
  );
}

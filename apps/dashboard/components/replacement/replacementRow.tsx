import type { ReactElement } from 'react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Progress } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import type { TitleSummary } from '#lib/api/overview.ts';
import type { Replacement } from '#lib/api/replacements.ts';
import { placeOf, placeOfWait } from '#lib/api/waitPlaces.ts';
import { FacePair } from './facePair.tsx';

type Standing = TitleSummary['dubs'][number];

interface ReplacementRowProps {
  readonly title: string;
  readonly replacement: Replacement;
  readonly people: ReadonlyMap<string, Performer>;
  /** How far it is; `undefined` until that is known. */
  readonly standing: Standing | undefined;
}

/** One replacement: both faces, in how many shots, how far it is and what it waits for. */
export function ReplacementRow({ title, replacement, people, standing }: ReplacementRowProps): ReactElement {
  const t = useTranslations('replacement');
  const { id, shots } = replacement;
  const { replaced, shown } = replacement;
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] items-center gap-4 border-b border-line/60 px-3 py-2 last:border-0 hover:bg-raised lg:grid-cols-[auto_minmax(10rem,1fr)_14rem_minmax(0,1fr)]">
      <FacePair replaced={people.get(replaced.id) ?? replaced} shown={people.get(shown.id) ?? shown} />
      <div className="min-w-0">
        <Link href={placeOf(title, id)} className="block truncate font-semibold after:absolute after:inset-0">
          {t('pair', { replaced: replaced.name, shown: shown.name })}
        </Link>
        <p className="text-dim">{t('inShots', { count: shots?.length ?? 0 })}</p>
      </div>
      <HowFar standing={standing} />
      <Waits {...{ title, id }} waits={standing?.waits ?? []} />
    </li>
  );
}

function HowFar({ standing }: Pick<ReplacementRowProps, 'standing'>): ReactElement {
  const t = useTranslations('replacement');
  if (standing?.plan !== 'ready') return <p className="text-dim">{t('notPlanned')}</p>;
  const { approved, planned } = standing.shots;
  const text = t('approvedOf', { approved, planned });
  return (
    <div className="flex flex-col gap-1">
      <p className="text-dim tabular-nums">{text}</p>
      <Progress label={text} share={planned === 0 ? 0 : approved / planned} />
    </div>
  );
}

interface WaitsProps {
  readonly title: string;
  readonly id: string;
  readonly waits: Standing['waits'];
}

function Waits({ title, id, waits }: WaitsProps): ReactElement {
  const t = useTranslations('waits');
  return (
    <ul className="flex min-w-0 flex-wrap gap-x-4">
      {waits.map((wait) => (
        <li key={wait.code} className="flex min-h-6 items-center gap-2">
          <span className="text-faint">{t(wait.for)}</span>
          {wait.for === 'workers' ? (
            <span className="text-dim">{t(wait.code, { count: wait.count ?? 0 })}</span>
          ) : (
            <Link
              href={placeOfWait(wait.code, title, id)}
              className="relative z-10 py-0.5 text-accent hover:underline"
            >
              {t(wait.code, { count: wait.count ?? 0 })}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

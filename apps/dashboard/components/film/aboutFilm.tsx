'use client';

import type { ReactElement, ReactNode } from 'react';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Await, Portrait } from '#components/ui/index.ts';
import { portraitUrl, type Performer } from '#lib/api/cast.ts';
import { useMay } from '#lib/api/session.ts';
import { useTitleSummary } from '#lib/api/overview.ts';
import type { Source } from '#lib/api/titles.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { WaitingList } from './waitingList.tsx';

interface AboutFilmProps {
  readonly title: string;
  readonly source: Source;
  readonly frames: FrameTimes | null;
  readonly shots: number;
  readonly performers: readonly Performer[];
}

/** What waits for whom, what the film is, and who is in it. */
export function AboutFilm({ title, source, frames, shots, performers }: AboutFilmProps): ReactElement {
  const t = useTranslations('film');
  const summary = useTitleSummary(title);
  return (
    <div className="flex flex-col gap-4 p-3">
      <Part name={t('waits')}>
        <Await of={summary}>{(data) => <WaitingList title={title} summary={data} />}</Await>
      </Part>
      <Part name={t('facts')}>
        <Facts source={source} frames={frames} shots={shots} />
      </Part>
      <Seen title={title} performers={performers} />
    </div>
  );
}

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <section>
    <h2 className="mb-1">{name}</h2>
    {children}
  </section>
);

function Facts({ source, frames, shots }: Pick<AboutFilmProps, 'source' | 'frames' | 'shots'>): ReactElement {
  const t = useTranslations('film');
  const common = useTranslations('common');
  const said = useFacts(source, frames);
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1">
      {[...said, ...(shots > 0 ? [[t('shots'), common('shots', { count: shots })] as const] : [])].map(
        ([name, fact]) => (
          <div key={name} className="contents">
            <dt className="text-dim">{name}</dt>
            <dd className="wrap-anywhere">{fact}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function useFacts(
  { name, facts, madeFrom }: Source,
  frames: FrameTimes | null,
): (readonly [string, string])[] {
  const t = useTranslations('film');
  const format = useFormatter();
  const locale = useLocale();
  if (facts === null) return [[t('file'), name]];
  const replaced = madeFrom?.replaced.map(({ replaced: head, shown }) =>
    t('pair', { replaced: head.name, shown: shown.name }),
  );
  const rate = format.number(facts.rate.num / facts.rate.den, { maximumFractionDigits: 3 });
  const sounds = facts.audio.map(({ codec, channels, language, title }) =>
    [codec, t('channels', { count: channels }), language && nameOfLanguage(language, locale), title]
      .filter(Boolean)
      .join(', '),
  );
  const { primaries, transfer, matrix, range } = facts.colour;
  const end = frames?.timecodeOf(facts.frames) ?? '';
  return [
    [t('file'), `${name} · ${facts.codec}`],
    [t('size'), `${facts.width} × ${facts.height} · ${facts.format}`],
    [t('rate'), facts.variable ? t('variable', { rate }) : t('perSecond', { rate })],
    [t('length'), t('lengthOf', { timecode: end, frames: facts.frames })],
    [t('colour'), [...new Set([primaries, transfer, matrix, range])].join(' · ')],
    [t('sounds'), sounds.length === 0 ? t('noSound') : sounds.join('; ')],
    ...(replaced === undefined
      ? []
      : [[t('replacedIn', { number: madeFrom!.number }), replaced.join('; ')] as const]),
  ];
}

/** The faces of a film; the others are in the cast. */
const MOST_FACES = 12;

function Seen({ title, performers }: Pick<AboutFilmProps, 'title' | 'performers'>): ReactNode {
  const t = useTranslations('film');
  const may = useMay();
  const seen = performers.filter(({ ignored }) => !ignored);
  if (seen.length === 0 || !may('performers:read')) return null;
  return (
    <Part name={t('performers')}>
      <ul className="flex flex-wrap gap-2">
        {seen.slice(0, MOST_FACES).map(({ id, name, hasPortrait }) => (
          <li key={id} className="w-16">
            <Portrait src={hasPortrait ? portraitUrl(id) : null} name="" className="size-16 rounded-md" />
            <p className="truncate text-xs" title={name}>
              {name}
            </p>
          </li>
        ))}
      </ul>
      <Link
        href={`/titles/${title}/cast`}
        className="mt-1 inline-flex min-h-6 items-center text-accent hover:underline"
      >
        {t('allPerformers')}
      </Link>
    </Part>
  );
}

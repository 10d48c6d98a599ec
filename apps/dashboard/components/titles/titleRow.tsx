'use client';

import { memo, useState } from 'react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { formatTimecode, perSecond } from '@mondwerk/film';
import { Badge } from '#components/ui/index.ts';
import type { JobNews } from '#lib/api/live.ts';
import type { TitleAtAGlance } from '#lib/api/overview.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import type { UploadProgress } from '#lib/upload/index.ts';
import { DubLine } from './dubLine.tsx';
import { BringFilm } from './bringFilm.tsx';
import { Poster } from './poster.tsx';
import { TitleMenu } from './titleMenu.tsx';
import { AnalysisLines, UploadLine } from './titleWork.tsx';
import { placeOf } from '#lib/api/waitPlaces.ts';
import { Waits } from './waits.tsx';

interface TitleRowProps {
  readonly title: TitleAtAGlance;
  readonly upload: UploadProgress | undefined;
  readonly jobs: readonly JobNews[];
}

/** So many dubs are shown before the rest is folded away. */
const MOST_DUBS = 4;

/** A title in the list: what it looks like, how far each of its dubs is, what it waits for. */
export const TitleRow = memo(function TitleRow({ title, upload, jobs }: TitleRowProps) {
  const { id, source } = title;
  return (
    <li
      data-title={id}
      className="relative grid grid-cols-[7rem_minmax(0,1fr)_auto] items-start gap-4 border-b border-line/60 px-4 py-2 lg:grid-cols-[7rem_minmax(11rem,1fr)_minmax(0,3fr)_auto] [contain-intrinsic-size:auto_5rem] [content-visibility:auto] focus-within:bg-panel hover:bg-panel"
    >
      <Poster source={source?.thumbnails ? source.id : null} />
      <About title={title} />
      <div className="order-last col-span-full flex min-w-0 flex-col gap-0.5 self-center lg:order-none lg:col-span-1">
        {upload !== undefined && <UploadLine upload={upload} />}
        {source !== null && <AnalysisLines source={source} jobs={jobs} />}
        {source === null && (upload === undefined || upload.state === 'refused') && <BringFilm title={id} />}
        <TitleWaits title={title} />
        <Dubs title={title} />
      </div>
      <TitleMenu title={title} />
    </li>
  );
});

function About({ title }: { readonly title: TitleAtAGlance }) {
  const t = useTranslations('titles');
  const locale = useLocale();
  const { id, name, language, dubs, source, archivedAt } = title;
  const into = dubs
    .flatMap((dub) => (dub.kind === 'dub' ? [nameOfLanguage(dub.language, locale)] : []))
    .join(', ');
  const from = language === null ? t('unknownLanguage') : nameOfLanguage(language, locale);
  const languages = into === '' ? from : `${from} → ${into}`;
  return (
    <div className="min-w-0">
      <div className="flex min-w-0 items-center gap-2">
        <Link
          href={placeOf(id)}
          data-title-link
          title={name}
          className="truncate text-base font-semibold after:absolute after:inset-0"
        >
          {name}
        </Link>
        {archivedAt !== null && <Badge>{t('archived')}</Badge>}
      </div>
      <p className="truncate text-dim first-letter:uppercase" title={languages}>
        {languages}
      </p>
      {source?.facts && <p className="truncate text-xs text-faint tabular-nums">{factsOf(source.facts)}</p>}
    </div>
  );
}

type Facts = NonNullable<NonNullable<TitleAtAGlance['source']>['facts']>;

const factsOf = ({ frames, rate, width, height }: Facts): string => {
  const fps = Math.round(perSecond(rate) * 1000) / 1000;
  return `${formatTimecode(frames, rate)} · ${width}×${height} · ${fps} fps`;
};

/** What waits above all dubs; what runs or can be done in the row itself is shown there already. */
function TitleWaits({ title: { id, waits } }: { readonly title: TitleAtAGlance }) {
  const told = waits.filter(({ code }) => code !== 'upload-film' && code !== 'analyse-film');
  return told.length === 0 ? null : <Waits waits={told} title={id} />;
}

function Dubs({ title: { id, dubs } }: { readonly title: TitleAtAGlance }) {
  const t = useTranslations('titles');
  const [all, setAll] = useState(false);
  if (dubs.length === 0) return null;
  const shown = all || dubs.length <= MOST_DUBS + 1 ? dubs : dubs.slice(0, MOST_DUBS);
  return (
    <>
      <ul className="flex flex-col">
        {shown.map((dub) => (
          <DubLine key={dub.id} title={id} dub={dub} />
        ))}
      </ul>
      {shown.length < dubs.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="relative z-10 min-h-6 self-start text-accent hover:underline"
        >
          {t('moreDubs', { count: dubs.length - shown.length })}
        </button>
      )}
    </>
  );
}

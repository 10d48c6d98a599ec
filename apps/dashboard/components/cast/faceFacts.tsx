import type { ReactElement } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Performer } from '#lib/api/cast.ts';
import { SeenStrip, SizePicture, TurnPicture } from './facePictures.tsx';
import { sizeWord, turnWord } from './faceWords.ts';
import { screenTime } from './screenTime.ts';

interface FaceFactsProps {
  readonly performer: Performer;
  readonly first: string | null;
  readonly strip: string;
}

/** How somebody is seen: how long, in how many shots, from where on, how large, and how much from the front. */
export function FaceFacts({ performer, first, strip }: FaceFactsProps): ReactElement {
  const t = useTranslations('cast');
  const shots = useTranslations('common');
  const { screen, height, frontal, strength } = performer;
  const locale = useLocale();
  const time = screen.seconds === null ? null : screenTime(screen.seconds, locale);
  return (
    <div className="flex flex-col gap-1 text-xs text-dim tabular-nums">
      <p className="flex flex-wrap justify-between gap-x-2 whitespace-nowrap">
        <span title={t('screenTime')}>
          {time && `${time} · `}
          {shots('shots', { count: screen.shots })}
        </span>
        {first !== null && (
          <span title={t('firstSeen')} className="font-mono">
            {first}
          </span>
        )}
      </p>
      <SeenStrip path={strip} label={t('whereSeen')} />
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5">
        {height === null ? (
          t('neverSeen')
        ) : (
          <>
            <span className="flex items-center gap-1.5">
              <SizePicture height={height.median} />
              {t(sizeWord(height.median))}
            </span>
            {frontal !== null && (
              <span className="flex items-center gap-1">
                <TurnPicture frontal={frontal} />
                {t(turnWord(frontal))}
              </span>
            )}
          </>
        )}
      </p>
      {strength !== 1 && <p>{t('articulates', { percent: Math.round(100 * strength) })}</p>}
    </div>
  );
}

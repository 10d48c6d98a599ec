'use client';

import type { ReactElement } from 'react';
import { frameAt, type TimeSpan } from '@mondwerk/film';
import { useLocale, useTranslations } from 'use-intl';
import type { FrameTimes } from '#lib/film/index.ts';
import { nameOfDuration } from '#lib/language/nameOfDuration.ts';
import { PlayButton } from './playButton.tsx';
import { GroupHead } from './problemGroup.tsx';
import type { VoicePlayer } from './voicePlayer.ts';

interface UnscriptedGroupProps {
  readonly spans: readonly TimeSpan[];
  readonly player: VoicePlayer | null;
  readonly times: FrameTimes | undefined;
}

/** Where the voice speaks and the script has no line. */
export function UnscriptedGroup({ spans, player, times }: UnscriptedGroupProps): ReactElement {
  const t = useTranslations('dub');
  const locale = useLocale();
  return (
    <section aria-label={t('unscripted')} className="border-b border-line last:border-0">
      <GroupHead name={t('unscripted')} count={spans.length} hint={t('unscriptedHint')} />
      <ul className="max-h-64 overflow-auto" tabIndex={0} aria-label={t('unscripted')}>
        {spans.map((span) => {
          const at = times === undefined ? '' : times.timecodeOf(frameAt(times.clock, span.start));
          return (
            <li key={span.start} className="flex items-center gap-3 border-t border-line/60 px-3 py-1">
              <PlayButton
                {...{ player, span }}
                name={`unscripted ${span.start}`}
                label={t('playAt', { at })}
              />
              <span className="font-mono tabular-nums">{at}</span>
              <span className="text-dim">{nameOfDuration(span.end - span.start, locale)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { usePlayerState, type FilmPlayer } from '#components/player/index.ts';
import { classes } from '#components/ui/index.ts';
import type { DubTimeline } from '#lib/api/timeline.ts';

interface LineTextProps {
  readonly player: FilmPlayer;
  readonly lines: DubTimeline['lines'];
  /** The language of the dub. */
  readonly language: string;
}

/** What is said in the shot; what is said right now stands out. */
export function LineText({ player, lines, language }: LineTextProps): ReactElement {
  const t = useTranslations('review');
  const { times } = player.times.clock;
  const now = usePlayerState(player, ({ frame }) =>
    lines.findIndex(
      ({ start, end }) => start !== null && end !== null && times[frame] >= start && times[frame] < end,
    ),
  );
  return (
    <p
      lang={language}
      className="flex min-h-7 shrink-0 flex-wrap items-center justify-center gap-x-3 border-t border-line bg-panel px-3 text-base"
    >
      {lines.length === 0 && <span className="text-sm text-faint">{t('nothingSaid')}</span>}
      {lines.map(({ id, text }, at) => (
        <span key={id} className={classes(at === now ? 'text-text' : 'text-faint')}>
          {text}
        </span>
      ))}
    </p>
  );
}

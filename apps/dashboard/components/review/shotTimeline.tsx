'use client';

import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode } from 'react';
import type { FrameSpan } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import { usePlayerState, type FilmPlayer } from '#components/player/index.ts';
import { classes } from '#components/ui/index.ts';
import type { ReviewFlag } from '#lib/api/flags.ts';
import type { Note } from '#lib/api/notes.ts';
import type { HeardSound } from './useHeardSounds.ts';

interface ShotTimelineProps {
  readonly player: FilmPlayer;
  readonly shot: FrameSpan;
  readonly notes: readonly Note[];
  readonly flags: readonly ReviewFlag[];
  readonly sounds: readonly HeardSound[];
}

/** The height of a row of sounds, and of all where there is one row, in pixels. */
const [ROW, HEIGHT] = [20, 56];

const percent = (share: number): string => `${share * 100}%`;

/** The shot over time: the sounds of the dub, what is flagged, what is remarked, the loop and the playhead. */
export function ShotTimeline({ player, shot, notes, flags, sounds }: ShotTimelineProps): ReactElement {
  const t = useTranslations('review');
  const frame = usePlayerState(player, (state) => state.frame);
  const loop = usePlayerState(player, (state) => state.loop);
  const length = shot.end - shot.start;
  const place = (at: number): number => Math.min(1, Math.max(0, (at - shot.start) / length));
  const span = (from: number, to: number) => ({
    left: percent(place(from)),
    width: percent(place(to) - place(from)),
  });
  return (
    <Track player={player} shot={shot} frame={frame} more={Math.max(0, ...sounds.map(({ row }) => row))}>
      {loop !== null && (loop.start > shot.start || loop.end < shot.end) && (
        <span
          className="absolute inset-y-0 border-x border-accent bg-accent/10"
          style={span(loop.start, loop.end)}
        />
      )}
      {sounds.map(({ ipa, start, end, silent, row }, at) => (
        <span
          key={at}
          className={classes(
            'absolute flex h-5 items-center justify-center overflow-hidden border-l border-line text-xs',
            frame >= start && frame < end ? 'bg-hover text-text' : 'text-dim',
          )}
          style={{ ...span(start, end), top: ROW * (row + 1) }}
        >
          {silent ? '' : ipa}
        </span>
      ))}
      {notes.map((note) => (
        <span
          key={note.id}
          title={note.text}
          className={classes(
            'absolute top-1 h-3 min-w-1.5 rounded-sm border',
            note.resolvedAt === null ? 'border-accent bg-accent/50' : 'border-edge',
          )}
          style={span(note.start, note.end)}
        />
      ))}
      {flags.map((flag, at) => (
        <svg
          key={at}
          viewBox="0 0 10 10"
          className="absolute bottom-0.5 size-3 -translate-x-1/2 text-warn"
          style={{ left: percent(place(flag.frame + 0.5)) }}
        >
          <title>
            {typeof flag.about === 'string' ? flag.about : t('flagged', { sound: flag.about.ipa })}
          </title>
          <path d="M2 9.5V0.5L9 3L2 5.5" fill="currentColor" stroke="currentColor" />
        </svg>
      ))}
      <span className="absolute inset-y-0 bg-white/25" style={span(frame, frame + 1)} />
      <span className="absolute inset-y-0 w-px bg-white" style={{ left: percent(place(frame + 0.5)) }} />
    </Track>
  );
}

interface TrackProps {
  readonly player: FilmPlayer;
  readonly shot: FrameSpan;
  readonly frame: number;
  /** How many rows of sounds there are besides the first. */
  readonly more: number;
  readonly children: ReactNode;
}

/** What is dragged over to go through the shot. */
function Track({ player, shot, frame, more, children }: TrackProps): ReactElement {
  const t = useTranslations('review');
  const go = ({ clientX, currentTarget }: PointerEvent): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = Math.min(0.9999, Math.max(0, (clientX - left) / width));
    player.seek(shot.start + Math.floor(share * (shot.end - shot.start)));
  };
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
      event.key
    ];
    if (event.key === 'Home') player.seek(shot.start);
    else if (event.key === 'End') player.seek(shot.end - 1);
    else if (by !== undefined) player.step(by);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('placeInShot')}
      aria-valuemin={shot.start}
      aria-valuemax={shot.end - 1}
      aria-valuenow={Math.min(shot.end - 1, Math.max(shot.start, frame))}
      aria-valuetext={player.times.timecodeOf(frame)}
      onKeyDown={step}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        player.pause();
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
      style={{ height: HEIGHT + ROW * more }}
      className="relative shrink-0 touch-none overflow-hidden border-t border-line bg-ground select-none"
    >
      {children}
    </div>
  );
}

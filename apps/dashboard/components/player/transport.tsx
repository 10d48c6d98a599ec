'use client';

import { useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { ChevronLeft, ChevronRight, Pause, Play, Repeat, Volume2, VolumeX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, IconButton } from '#components/ui/index.ts';
import type { FilmPlayer } from './filmPlayer.ts';
import { isHeard } from './shuttle.ts';
import { usePlayerState } from './useFilmPlayer.ts';

/** Pressing with the mouse leaves the keyboard where it was: the next space plays and does not press again. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

interface TransportProps {
  readonly player: FilmPlayer;
  /** Why the dub cannot be heard; without it the choice of sounds is left out where there is no dub. */
  readonly noVoice?: string | undefined;
  /** More buttons at the right. */
  readonly children?: ReactNode;
}

/** The bar under a player: play, step, timecode, loop, sound. */
export function Transport({ player, noVoice, children }: TransportProps): ReactElement {
  const t = useTranslations('player');
  const playing = usePlayerState(player, (state) => state.playing);
  const speed = usePlayerState(player, (state) => state.speed);
  const looping = usePlayerState(player, (state) => state.looping && state.loop !== null);
  const hasLoop = usePlayerState(player, (state) => state.loop !== null);
  return (
    <div
      role="toolbar"
      aria-label={t('transport')}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-1 bg-panel px-2"
    >
      <IconButton
        icon={ChevronLeft}
        label={t('frameBack')}
        onMouseDown={keepFocus}
        onClick={() => player.step(-1)}
      />
      <IconButton
        icon={playing ? Pause : Play}
        label={playing ? t('pause') : t('play')}
        onMouseDown={keepFocus}
        onClick={() => player.toggle()}
      />
      <IconButton
        icon={ChevronRight}
        label={t('frameOn')}
        onMouseDown={keepFocus}
        onClick={() => player.step(1)}
      />
      <Timecode player={player} />
      <FrameNumber player={player} />
      <span className="w-8 text-center font-mono text-dim tabular-nums" title={t('speed')}>
        {playing && speed !== 1 ? `${speed}×` : ''}
      </span>
      <IconButton
        icon={Repeat}
        label={t('loop')}
        pressed={looping}
        disabled={!hasLoop}
        onMouseDown={keepFocus}
        onClick={() => player.setLooping(!looping)}
      />
      <SoundChoice player={player} noVoice={noVoice} />
      <Volume player={player} />
      {playing && !isHeard(speed) && <span className="text-faint">{t('silent')}</span>}
      <div className="flex-1" />
      {children}
    </div>
  );
}

/** The timecode of the playhead; another one, a number of a frame, `+48` or `-48` typed into it goes there. */
export function Timecode({ player }: { readonly player: FilmPlayer }): ReactElement {
  const t = useTranslations('player');
  const frame = usePlayerState(player, (state) => state.frame);
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed !== '' && player.times.frameOf(typed, frame) === undefined;
  const go = (): void => {
    const to = typed === null ? undefined : player.times.frameOf(typed, frame);
    if (to !== undefined) player.seek(to);
  };
  return (
    <input
      aria-label={t('timecode')}
      title={t('timecodeHint')}
      aria-invalid={wrong || undefined}
      value={typed ?? player.times.timecodeOf(frame)}
      onFocus={(event) => {
        player.pause();
        setTyped(player.times.timecodeOf(frame));
        event.currentTarget.select();
      }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      className="h-7 w-28 rounded-md border border-transparent bg-ground px-2 text-center font-mono text-base tabular-nums hover:border-edge aria-invalid:border-bad"
    />
  );
}

function FrameNumber({ player }: { readonly player: FilmPlayer }): ReactElement {
  const t = useTranslations('player');
  const frame = usePlayerState(player, (state) => state.frame);
  return (
    <span title={t('frameNumber')} className="min-w-12 px-1 font-mono text-xs text-faint tabular-nums">
      <span className="sr-only">{t('frameNumber')} </span>
      {frame}
    </span>
  );
}

function SoundChoice({ player, noVoice }: Pick<TransportProps, 'player' | 'noVoice'>): ReactElement | null {
  const t = useTranslations('player');
  const sound = usePlayerState(player, (state) => state.sound);
  const hasDub = usePlayerState(player, (state) => state.sounds.dub);
  if (!hasDub && noVoice === undefined) return null;
  const choice = (name: 'original' | 'dub', disabled: boolean): ReactElement => (
    <button
      type="button"
      aria-pressed={sound === name}
      disabled={disabled}
      title={disabled ? noVoice : t(name === 'dub' ? 'hearDub' : 'hearOriginal')}
      onMouseDown={keepFocus}
      onClick={() => player.setSound(name)}
      className={classes(
        'h-6 rounded-sm px-2 text-sm disabled:opacity-50',
        sound === name ? 'bg-hover text-accent' : 'text-dim hover:not-disabled:text-text',
      )}
    >
      {t(name === 'dub' ? 'soundDub' : 'soundOriginal')}
    </button>
  );
  return (
    <div role="group" aria-label={t('sound')} className="flex items-center rounded-md border border-line">
      {choice('original', false)}
      {choice('dub', !hasDub)}
    </div>
  );
}

function Volume({ player }: { readonly player: FilmPlayer }): ReactElement {
  const t = useTranslations('player');
  const volume = usePlayerState(player, (state) => state.volume);
  return (
    <div className="flex items-center gap-1">
      <IconButton
        icon={volume === 0 ? VolumeX : Volume2}
        label={t('mute')}
        pressed={volume === 0}
        onMouseDown={keepFocus}
        onClick={() => player.setVolume(volume === 0 ? 1 : 0)}
      />
      <input
        type="range"
        aria-label={t('volume')}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        onChange={(event) => player.setVolume(event.currentTarget.valueAsNumber)}
        className="h-6 w-20 accent-accent"
      />
    </div>
  );
}

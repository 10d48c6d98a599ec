'use client';

import type { PointerEvent, ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import type { FilmPlayer } from './filmPlayer.ts';
import type { Box } from './pictureBox.ts';
import { usePlayerState } from './useFilmPlayer.ts';

interface WipeDividerProps {
  readonly player: FilmPlayer;
  /** Where the picture lies. */
  readonly box: Box;
  /** Of the place, in pixels of the page. */
  readonly width: number;
}

/** How far a key moves the divider, in shares of the picture. */
const KEY_STEP = 0.02;

/** The line between the original on the left and the dub on the right; it is dragged, or moved with arrow keys. */
export function WipeDivider({ player, box, width }: WipeDividerProps): ReactElement {
  const t = useTranslations('player');
  const wipe = usePlayerState(player, (state) => state.view.wipe);
  const move = (share: number): void => player.setView({ wipe: Math.min(1, Math.max(0, share)) });
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left } = event.currentTarget.parentElement!.getBoundingClientRect();
    move((event.clientX - left - box.left) / box.width);
  };
  const left = Math.min(width, Math.max(0, box.left + wipe * box.width));
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('wipeEdge')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(wipe * 100)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        move(wipe + (event.key === 'ArrowLeft' ? -KEY_STEP : KEY_STEP));
      }}
      className="absolute inset-y-0 z-10 flex w-6 -translate-x-1/2 cursor-ew-resize touch-none justify-center"
      style={{ left }}
    >
      <span className="h-full w-px bg-white shadow-[0_0_0_1px_rgba(0,0,0,0.6)]" />
    </div>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import type { FilmPlayer } from './filmPlayer.ts';

/**
 * The keys of a player: J-K-L, arrows, space, I and O, sounds 1 and 2 where there is a dub. `tens` leaves the arrows
 * with the shift key to the page when it is false.
 */
export function usePlayerKeys(player: FilmPlayer | undefined, { dub = true, tens = true } = {}): void {
  const t = useTranslations('player');
  const kHeld = useKHeld();
  const shuttle = (forwards: boolean): void => {
    if (kHeld.current) player?.step(forwards ? 1 : -1);
    else player?.shuttle(forwards);
  };
  useShortcuts('player', t('keys'), [
    { keys: 'Space', does: t('playPause'), run: () => player?.toggle() },
    { keys: 'j', does: t('shuttleBack'), run: () => shuttle(false) },
    { keys: 'k', does: t('pauseHold'), run: () => player?.pause() },
    { keys: 'l', does: t('shuttleOn'), run: () => shuttle(true) },
    { keys: 'ArrowLeft', does: t('frameBack'), run: () => player?.step(-1) },
    { keys: 'ArrowRight', does: t('frameOn'), run: () => player?.step(1) },
    ...(tens
      ? [
          { keys: 'Shift+ArrowLeft', does: t('tenBack'), run: () => player?.step(-10) },
          { keys: 'Shift+ArrowRight', does: t('tenOn'), run: () => player?.step(10) },
        ]
      : []),
    { keys: 'i', does: t('markIn'), run: () => player?.markIn() },
    { keys: 'o', does: t('markOut'), run: () => player?.markOut() },
    { keys: 'Shift+L', does: t('loop'), run: () => player?.setLooping(!player.state.looping) },
    ...(dub
      ? [
          { keys: '1', does: t('hearOriginal'), run: () => player?.setSound('original') },
          { keys: '2', does: t('hearDub'), run: () => hearDub(player) },
        ]
      : []),
  ]);
}

function hearDub(player: FilmPlayer | undefined): void {
  if (player?.state.sounds.dub) player.setSound('dub');
}

/** K held down turns J and L into single steps. */
function useKHeld(): { readonly current: boolean } {
  const held = useRef(false);
  useEffect(() => {
    const down = ({ key }: KeyboardEvent): void => {
      if (key.toLowerCase() === 'k') held.current = true;
    };
    const up = ({ key }: KeyboardEvent): void => {
      if (key.toLowerCase() === 'k') held.current = false;
    };
    const lost = (): void => {
      held.current = false;
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', lost);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', lost);
    };
  }, []);
  return held;
}

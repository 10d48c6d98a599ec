'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { withSurroundings, zoomTo, type Box, type FilmPlayer } from '#components/player/index.ts';
import { useToasts } from '#components/ui/index.ts';

/**
 * Goes close to a new mouth; again, to the next one, and from the last one back to the whole picture. Mouths are where
 * the take differs from what it is compared with, so nobody need know where faces are. Whoever is close to a mouth is
 * close to one in the next shot, too.
 */
export function useMouthZoom(player: FilmPlayer | undefined, shot: number | undefined): () => void {
  const t = useTranslations('review');
  const toasts = useToasts();
  const close = useRef<{ readonly parts: readonly Box[]; readonly at: number } | null>(null);
  const begin = async (film: FilmPlayer): Promise<boolean> => {
    const { playing, speed } = film.state;
    film.pause();
    const parts = await film.findChanges();
    close.current = { parts, at: 0 };
    film.setZoom(parts.length === 0 ? null : zoomOn(parts[0]));
    if (playing) film.play(speed);
    return parts.length > 0;
  };
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    if (player !== undefined && close.current !== null) void latest.current(player);
  }, [player, shot]);
  return () => {
    if (player === undefined) return;
    if (player.state.zoom === null || close.current === null) {
      void begin(player).then((found) => found || toasts.say({ text: t('noMouth') }));
      return;
    }
    const { parts, at } = close.current;
    const next = parts[at + 1];
    close.current = next ? { parts, at: at + 1 } : null;
    player.setZoom(next ? zoomOn(next) : null);
  };
}

const zoomOn = (part: Box) => zoomTo(withSurroundings(part));

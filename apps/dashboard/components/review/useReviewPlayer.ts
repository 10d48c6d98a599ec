'use client';

import { useEffect } from 'react';
import { useFilmPlayer, type FilmPlayer, type FilmPlayerAsked } from '#components/player/index.ts';
import type { ReviewData } from './useReviewData.ts';
import type { Sides } from './useSides.ts';

/** The player of the review room; it begins with the dub's own voice, where that can be heard. */
export function useReviewPlayer({ dub, voice }: ReviewData): FilmPlayerAsked {
  const asked = useFilmPlayer({ source: dub.source, voice });
  const { player } = asked;
  useEffect(() => {
    if (voice !== null) player?.setSound('dub');
  }, [player, voice]);
  return asked;
}

/** Has the player show what is laid beside each other. */
export function useShownSides(player: FilmPlayer | undefined, { played, playedAgainst }: Sides): void {
  useEffect(() => player?.setTakes(played), [player, played]);
  useEffect(() => player?.setAgainst(playedAgainst), [player, playedAgainst]);
}

'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { sourceUrls, useFrameTimes } from '#lib/film/index.ts';
import { FilmPlayer } from './filmPlayer.ts';
import { AT_FIRST, type PlayedTake, type PlayerState } from './playerState.ts';

/** What a page has played. */
export interface Played {
  /** The source; nothing is played before it has been looked into. */
  readonly source: string | undefined;
  /** The takes that the dub shows. Keep the list the same while they are. */
  readonly takes?: readonly PlayedTake[] | undefined;
  /** What the dub is compared with instead of the film alone. */
  readonly against?: readonly PlayedTake[] | undefined;
  /** Where the dub's voice is. */
  readonly voice?: string | null | undefined;
}

/** What `useFilmPlayer` gives. */
export interface FilmPlayerAsked {
  /** There once the frame index is. */
  readonly player: FilmPlayer | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const NONE: readonly PlayedTake[] = [];

/** A player of a source and a dub of it, for as long as the component is there. */
export function useFilmPlayer({
  source,
  takes = NONE,
  against = NONE,
  voice = null,
}: Played): FilmPlayerAsked {
  const { data: times, error, refetch } = useFrameTimes(source);
  const [player, setPlayer] = useState<FilmPlayer>();
  useEffect(() => {
    if (source === undefined || times === undefined) return undefined;
    const made = new FilmPlayer({ proxy: sourceUrls(source).proxy, times });
    setPlayer(made);
    return () => {
      made.close();
      setPlayer(undefined);
    };
  }, [source, times]);
  useEffect(() => player?.setTakes(takes), [player, takes]);
  useEffect(() => player?.setAgainst(against), [player, against]);
  useEffect(() => player?.setVoice(voice), [player, voice]);
  return { player, error, refetch };
}

const silent = (): (() => void) => () => undefined;

/** Part of what a player tells; the component is drawn again only when that part changes. `select` gives a plain value or the same object. */
export function usePlayerState<Part>(
  player: FilmPlayer | undefined,
  select: (state: PlayerState) => Part,
): Part {
  const subscribe = useCallback((listener: () => void) => player?.subscribe(listener) ?? silent(), [player]);
  const read = (): Part => select(player?.state ?? AT_FIRST);
  return useSyncExternalStore(subscribe, read, read);
}

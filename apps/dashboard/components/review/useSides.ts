'use client';

import { useMemo, useState } from 'react';
import type { PlayedTake } from '#components/player/index.ts';
import { takePreviewUrl, useTakesOfShot, type Take } from '#lib/api/takes.ts';
import type { ReviewShot } from './reviewShots.ts';

/** What is laid beside each other of the shot that is looked at. */
export interface Sides {
  /** All takes of the shot, the newest first; empty until they are there. */
  readonly takes: readonly Take[];
  /** The take that is looked at. */
  readonly shown: Take | undefined;
  /** The take that it is compared with; `undefined`: the film. */
  readonly against: Take | undefined;
  readonly show: (take: string) => void;
  readonly compareWith: (take: string | null) => void;
  /** What the player lays over the film: on the dub's side, and on the other one. */
  readonly played: readonly PlayedTake[];
  readonly playedAgainst: readonly PlayedTake[];
}

interface Choice {
  readonly shot: number;
  readonly shown: string | null;
  readonly against: string | null;
}

const NO_TAKES: readonly Take[] = [];
const FILM_ALONE: readonly PlayedTake[] = [];

/** Chooses takes of a shot: the one that counts, until somebody wants another one. */
export function useSides(dub: string, shots: readonly ReviewShot[], shot: ReviewShot | undefined): Sides {
  const { data: takes = NO_TAKES } = useTakesOfShot(dub, shot?.take ? shot.id : undefined);
  const [choice, setChoice] = useState<Choice | null>(null);
  const chosen = choice !== null && choice.shot === shot?.index ? choice : null;
  const shownId = chosen?.shown ?? shot?.take?.id;
  const shown = takes.find(({ id }) => id === shownId);
  const against = takes.find(({ id }) => id === chosen?.against);
  const choose = (changes: Partial<Choice>): void => {
    if (shot !== undefined) {
      setChoice({ shown: null, against: null, ...chosen, ...changes, shot: shot.index });
    }
  };
  const index = shot?.index;
  const played = useMemo(() => playedTakes(shots, index, shownId), [shots, index, shownId]);
  const againstId = against?.id;
  const playedAgainst = useMemo(
    () =>
      againstId === undefined || !shot ? FILM_ALONE : [{ preview: takePreviewUrl(againstId), frames: shot }],
    [againstId, shot],
  );
  return {
    ...{ takes, shown, against, played, playedAgainst },
    show: (take) => choose({ shown: take }),
    compareWith: (take) => choose({ against: take }),
  };
}

const playedTakes = (
  shots: readonly ReviewShot[],
  selected: number | undefined,
  shown: string | undefined,
): PlayedTake[] =>
  shots.flatMap(({ index, start, end, take }) => {
    const id = index === selected ? shown : take?.id;
    return id === undefined ? [] : [{ preview: takePreviewUrl(id), frames: { start, end } }];
  });

/** The take before one, with which it is compared at a key. */
export const takeBefore = (takes: readonly Take[], shown: Take | undefined): Take | undefined =>
  shown && takes.find(({ number }) => number < shown.number);

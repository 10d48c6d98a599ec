'use client';

import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import { contains } from '@mondwerk/film';
import { usePlayerState, type FilmPlayer } from '#components/player/index.ts';
import { firstToShow, shotAt, type ReviewShot } from './reviewShots.ts';

/** Where in the film somebody is; the address of the page keeps it. */
export interface Place {
  readonly shot: ReviewShot | undefined;
  /** Goes to a shot and plays it over and over; to a frame of it, if one is named. */
  readonly goTo: (shot: ReviewShot, frame?: number) => void;
  /** Goes to a frame, wherever it is. */
  readonly goToFrame: (frame: number) => void;
}

/** Milliseconds that somebody stays before the address says where. */
const SETTLED_MS = 300;

/** Follows the playhead of a player through the shots, and leads it to them. */
export function usePlace(player: FilmPlayer | undefined, shots: readonly ReviewShot[]): Place {
  const asked = useAskedFor(shots);
  const [index, setIndex] = useState<number | undefined>(asked.shot?.index);
  const shot = shots.find((each) => each.index === index) ?? asked.shot;
  const goTo = (to: ReviewShot, frame = to.start): void => {
    setIndex(to.index);
    if (player === undefined) return;
    player.loop({ start: to.start, end: to.end }, player.state.looping);
    player.seek(frame);
  };
  const goToFrame = (frame: number): void => {
    const to = shotAt(shots, frame);
    if (to === undefined || player === undefined) return;
    player.pause();
    if (to.index === shot?.index) player.seek(frame);
    else goTo(to, frame);
  };
  useBeginning(player, asked);
  useFollowing(player, { shots, shot, follow: setIndex });
  useAddress(player, shot);
  return { shot, goTo, goToFrame };
}

interface AskedFor {
  readonly shot: ReviewShot | undefined;
  readonly frame: number | undefined;
}

/** What the address said when the page was opened. */
function useAskedFor(shots: readonly ReviewShot[]): AskedFor {
  const address = useSearchParams();
  const [asked] = useState<AskedFor>(() => {
    const frame = numberIn(address.get('frame'));
    const wanted = numberIn(address.get('shot'));
    const shot =
      shots.find(({ index }) => index === wanted) ??
      (frame === undefined ? firstToShow(shots) : shotAt(shots, frame));
    return { shot, frame: shot && frame !== undefined && contains(shot, frame) ? frame : shot?.start };
  });
  return asked;
}

const numberIn = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

function useBeginning(player: FilmPlayer | undefined, { shot, frame }: AskedFor): void {
  useEffect(() => {
    if (player === undefined || shot === undefined) return;
    player.loop({ start: shot.start, end: shot.end });
    player.seek(frame ?? shot.start);
  }, [player, shot, frame]);
}

interface Following {
  readonly shots: readonly ReviewShot[];
  readonly shot: ReviewShot | undefined;
  readonly follow: (index: number) => void;
}

/** Whoever steps or plays over a cut looks at the next shot; whoever loops over one stays. */
function useFollowing(player: FilmPlayer | undefined, { shots, shot, follow }: Following): void {
  const under = usePlayerState(player, ({ frame, loop, looping }) =>
    looping && loop !== null && contains(loop, frame) ? -1 : (shotAt(shots, frame)?.index ?? -1),
  );
  const current = useRef(shot);
  useEffect(() => {
    current.current = shot;
  });
  useEffect(() => {
    const before = current.current;
    if (player === undefined || under === -1 || before === undefined || under === before.index) return;
    const { loop, looping } = player.state;
    const to = shots.find(({ index }) => index === under);
    if (to === undefined) return;
    follow(under);
    const whole = loop === null || (loop.start === before.start && loop.end === before.end);
    if (whole) player.loop({ start: to.start, end: to.end }, looping);
  }, [player, under, shots, follow]);
}

/** Keeps shot and frame in the address once somebody has stayed for a moment. */
function useAddress(player: FilmPlayer | undefined, shot: ReviewShot | undefined): void {
  const index = shot?.index;
  useEffect(() => {
    if (player === undefined || index === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const keep = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { frame, playing } = player.state;
        const address = `?shot=${index}&frame=${frame}`;
        if (!playing && location.search !== address) history.replaceState(null, '', address);
      }, SETTLED_MS);
    };
    keep();
    const stop = player.subscribe(keep);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [player, index]);
}

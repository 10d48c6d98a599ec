'use client';

import { useEffect, useRef, type PointerEvent, type ReactElement } from 'react';
import { middleOf } from '@mondwerk/film';
import type { FilmPlayer } from '#components/player/index.ts';
import { xOf, type View } from './view.ts';

/** The line under which the player is, moved without drawing anything again. */
export function Playhead({
  player,
  view,
}: {
  readonly player: FilmPlayer;
  readonly view: View;
}): ReactElement {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = (): void => {
      const x = xOf(view, middleOf(player.times.clock, player.state.frame));
      line.current!.style.transform = `translateX(${x}px)`;
      line.current!.style.visibility = x >= 0 && x <= view.width ? 'visible' : 'hidden';
    };
    move();
    return player.subscribe(move);
  }, [player, view]);
  return (
    <div
      ref={line}
      aria-hidden
      className="pointer-events-none absolute inset-y-0 left-0 z-20 w-px bg-white"
    />
  );
}

/** Follows a pointer over an element; tells where it is, in pixels from the left. */
export function scrub(event: PointerEvent<HTMLElement>, to: (x: number) => void): void {
  if (event.button !== 0) return;
  const element = event.currentTarget;
  element.setPointerCapture(event.pointerId);
  const tell = ({ clientX }: { readonly clientX: number }): void =>
    to(clientX - element.getBoundingClientRect().left);
  tell(event);
  const stop = (): void => {
    element.removeEventListener('pointermove', tell);
    element.removeEventListener('lostpointercapture', stop);
  };
  element.addEventListener('pointermove', tell);
  element.addEventListener('lostpointercapture', stop);
}

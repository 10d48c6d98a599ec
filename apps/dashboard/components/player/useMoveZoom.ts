'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { FilmPlayer } from './filmPlayer.ts';
import { pan, zoomAround, type Box } from './pictureBox.ts';

interface MoveZoom {
  readonly player: FilmPlayer;
  /** Where the picture lies within the place; `null` before there is one. */
  readonly box: Box | null;
  readonly enabled: boolean;
}

/** The wheel zooms where the pointer is, dragging moves what is zoomed, and a double click shows all again. */
export function useMoveZoom(place: RefObject<HTMLElement | null>, { player, box, enabled }: MoveZoom): void {
  const latest = useRef(box);
  useEffect(() => {
    latest.current = box;
  });
  useEffect(() => {
    const element = place.current;
    if (element === null || !enabled) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const wheel = (event: WheelEvent): void => {
      const at = latest.current;
      if (at === null) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const point = {
        x: (event.clientX - left - at.left) / at.width,
        y: (event.clientY - top - at.top) / at.height,
      };
      player.setZoom(zoomAround(player.state.zoom, Math.exp(-event.deltaY / 400), point));
    };
    const down = (event: PointerEvent): void => {
      // What lies over the picture is dragged itself.
      if (!(event.target instanceof HTMLCanvasElement)) return;
      if (event.button !== 0 || player.state.zoom === null) return;
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      const { zoom } = player.state;
      const at = latest.current;
      if (zoom === null || at === null || !element.hasPointerCapture(event.pointerId)) return;
      player.setZoom(pan(zoom, -event.movementX / at.width, -event.movementY / at.height));
    };
    element.addEventListener('wheel', wheel, { signal, passive: false });
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('dblclick', () => player.setZoom(null), { signal });
    return () => stop.abort();
  }, [place, player, enabled]);
}

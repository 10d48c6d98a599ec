'use client';

import { useEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import type { FilmPlayer } from './filmPlayer.ts';
import { pictureBox, placesOf, type Box, type Size } from './pictureBox.ts';
import { PlayerProblem } from './playerProblem.tsx';
import { useMoveZoom } from './useMoveZoom.ts';
import { usePlayerState } from './useFilmPlayer.ts';
import { WipeDivider } from './wipeDivider.tsx';

interface PlayerCanvasProps {
  readonly player: FilmPlayer;
  /** What lies over the pictures; told where the dub's whole picture lies, in pixels of the page. */
  readonly children?: (picture: Box) => ReactNode;
  /** The wheel zooms, and dragging moves what is zoomed. */
  readonly zoomable?: boolean;
  readonly className?: string;
}

/** The pictures of a player, as large as there is room. */
export function PlayerCanvas({ player, children, zoomable, className }: PlayerCanvasProps): ReactElement {
  const t = useTranslations('player');
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(place);
  const frame = usePlayerState(player, (state) => state.shown);
  const mode = usePlayerState(player, (state) => state.view.mode);
  const picture = usePlayerState(player, (state) => state.picture);
  const zoom = usePlayerState(player, (state) => state.zoom);
  const waiting = usePlayerState(player, (state) => state.buffering && state.error === null);
  useEffect(() => player.attach(canvas.current!), [player]);
  useEffect(() => {
    fitCanvas(canvas.current!, size);
    player.repaint();
  }, [player, size]);
  const dubPlace = placesOf(size, mode === 'side').at(-1)!;
  const box = picture === null ? null : pictureBox(dubPlace, picture, zoom);
  useMoveZoom(place, { player, box, enabled: zoomable === true });
  return (
    <div ref={place} className={classes('relative min-h-0 min-w-0 overflow-hidden bg-black', className)}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={
          frame === null ? t('noPicture') : t('pictureOf', { timecode: player.times.timecodeOf(frame) })
        }
        data-frame={frame ?? undefined}
        className="absolute inset-0 size-full"
      />
      {box !== null && children?.(box)}
      {box !== null && mode === 'wipe' && <WipeDivider player={player} box={box} width={size.width} />}
      {waiting && <Waiting />}
      <PlayerProblem player={player} />
    </div>
  );
}

/** Milliseconds that nobody notices. */
const NOTICED = 300;

function Waiting(): ReactElement | null {
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), NOTICED);
    return () => clearTimeout(timer);
  }, []);
  if (!noticed) return null;
  return (
    <LoaderCircle
      size={28}
      aria-hidden
      className="pointer-events-none absolute top-1/2 left-1/2 -mt-3.5 -ml-3.5 animate-spin text-dim"
    />
  );
}

function fitCanvas(canvas: HTMLCanvasElement, { width, height }: Size): void {
  const pixels = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * pixels), Math.round(height * pixels)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
}

function useSize(place: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const watched = place.current!;
    const observer = new ResizeObserver(() =>
      setSize({ width: watched.clientWidth, height: watched.clientHeight }),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [place]);
  return size;
}

import type { ReactElement } from 'react';
import { STRIP } from './whereSeen.ts';

/** The picture of a film with a face in it as high as this, a share of the picture's height. */
export function SizePicture({ height }: { readonly height: number }): ReactElement {
  const tall = Math.max(1.5, Math.min(1, height) * 16);
  return (
    <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden className="shrink-0">
      <rect x="0.5" y="0.5" width="27" height="15" className="fill-black stroke-edge" />
      <ellipse cx="14" cy="8" rx={tall * 0.37} ry={tall / 2} className="fill-dim" />
    </svg>
  );
}

/** A head from above that looks so much into the camera below it: 1 straight, 0 turned away by 90°. */
export function TurnPicture({ frontal }: { readonly frontal: number }): ReactElement {
  const degrees = (1 - Math.max(0, Math.min(1, frontal))) * 90;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden className="shrink-0">
      <g transform={`rotate(${-degrees} 8 7)`}>
        <circle cx="8" cy="7" r="4.5" className="fill-black stroke-dim" strokeWidth="1.2" />
        <path d="M6.4 11 8 14.8 9.6 11Z" className="fill-dim" />
      </g>
    </svg>
  );
}

/** The whole film as a strip, with marks where somebody is seen. */
export function SeenStrip({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${STRIP.width} ${STRIP.height}`}
      preserveAspectRatio="none"
      className="h-1.5 w-full bg-black"
    >
      <path d={path} className="fill-dim" />
    </svg>
  );
}

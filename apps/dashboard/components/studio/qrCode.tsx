'use client';

import type { ReactElement } from 'react';
import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** What it is, for those who hear. */
  readonly label: string;
}

/** Cameras need a margin of four cells around it. */
const MARGIN = 4;

/** A text as a QR code: always dark on white, which every camera reads. */
export function QrCode({ text, label }: QrCodeProps): ReactElement {
  const { data, size } = encode(text, { border: MARGIN, ecc: 'M' });
  const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 shrink-0 rounded-md bg-white"
    >
      <path d={cells.join('')} className="fill-black" />
    </svg>
  );
}

'use client';

import { useRef, useState, type PointerEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import type { Box } from '#components/player/index.ts';
import { keepFocus } from './keepFocus.ts';
import type { Composing } from './useComposing.ts';
import { beginStroke, drawOn, MOST_STROKES, pathOf, type Point, type Stroke } from './strokes.ts';

interface StrokesProps {
  readonly strokes: readonly Stroke[];
  /** Where the whole picture lies. */
  readonly box: Box;
}

/** Strokes over the picture. Each has a dark edge, so that it is seen on any picture. */
function Strokes({ strokes, box: { width, height } }: StrokesProps): ReactElement {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      className="absolute inset-0 size-full overflow-visible"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {strokes.map((stroke, at) => {
        const path = pathOf(stroke, width, height);
        const thick = Math.max(2, stroke.width * width);
        return (
          <g key={at}>
            <path d={path} stroke="#000" strokeOpacity={0.5} strokeWidth={thick + 2} />
            <path d={path} stroke={stroke.colour} strokeWidth={thick} />
          </g>
        );
      })}
    </svg>
  );
}

const placed = ({ left, top, width, height }: Box) => ({ left, top, width, height });

/** Drawings of notes over the picture. */
export const ShownDrawings = ({ strokes, box }: StrokesProps): ReactElement => (
  <div className="pointer-events-none absolute" style={placed(box)}>
    <Strokes strokes={strokes} box={box} />
  </div>
);

interface DrawingLayerProps {
  readonly composing: Composing;
  readonly box: Box;
}

/** Where somebody draws over the picture while they write a note. */
export function DrawingLayer({ composing, box }: DrawingLayerProps): ReactElement | null {
  const t = useTranslations('review');
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const pen = useRef<Stroke | null>(null);
  const { draft, colour, change } = composing;
  if (draft === null) return null;
  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent): Point => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const put = (next: Stroke | null): void => {
    pen.current = next;
    setStroke(next);
  };
  const lift = (): void => {
    if (pen.current !== null) change({ strokes: [...draft.strokes, pen.current] });
    put(null);
  };
  return (
    <div
      role="img"
      aria-label={t('drawHere')}
      className="absolute z-10 cursor-crosshair touch-none outline-1 outline-accent/60"
      style={placed(box)}
      onMouseDown={keepFocus}
      onPointerDown={(event) => {
        if (event.button !== 0 || draft.strokes.length >= MOST_STROKES) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        put(beginStroke(colour, pointOf(event)));
      }}
      onPointerMove={(event) => {
        if (pen.current !== null) put(drawOn(pen.current, pointOf(event)));
      }}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <Strokes strokes={stroke === null ? draft.strokes : [...draft.strokes, stroke]} box={box} />
    </div>
  );
}

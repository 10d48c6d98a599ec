'use client';

import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { classes } from '#components/ui/index.ts';

interface SplitterProps {
  /** What it makes larger or smaller. */
  readonly label: string;
  /** Whether the parts lie under each other. */
  readonly flat?: boolean;
  /** The size of the part after it, in pixels, and within which limits it stays. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly onSize: (size: number) => void;
}

/** Pixels that an arrow key moves it. */
const STEP = 24;

/** A bar between two parts of a page: dragging it, or its arrow keys, make one larger. */
export function Splitter({ label, flat = false, size, least, most, onSize }: SplitterProps): ReactElement {
  const grip = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const place = (event: PointerEvent): number => (flat ? event.clientY : event.clientX);
  const within = (next: number): number => Math.max(least, Math.min(most, next));
  const press = (event: KeyboardEvent): void => {
    const steps = { [flat ? 'ArrowUp' : 'ArrowLeft']: 1, [flat ? 'ArrowDown' : 'ArrowRight']: -1 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    onSize(within(size + steps * STEP));
  };
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={flat ? 'horizontal' : 'vertical'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={Math.round(most)}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        grip.current = { at: place(event), size };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (grip.current !== null) onSize(within(grip.current.size + grip.current.at - place(event)));
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      className={classes(
        'relative shrink-0 touch-none bg-line hover:bg-accent focus-visible:bg-accent',
        flat ? 'h-1 cursor-row-resize' : 'w-1 cursor-col-resize',
        // It is wider to the hand than to the eye.
        flat
          ? 'after:absolute after:inset-x-0 after:-inset-y-1'
          : 'after:absolute after:inset-y-0 after:-inset-x-1',
      )}
    />
  );
}

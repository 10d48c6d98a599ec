'use client';

import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { followPointer, type Carried, type Target } from './dragging.ts';

/** Something that is being carried, and what it is over right now. */
export interface Drag {
  readonly carried: Carried;
  readonly over: Target | null;
}

/** Begins to carry something when a pointer goes down on it. */
export type BeginCarrying = (carried: Carried, event: ReactPointerEvent) => void;

/** Lets things be carried; `drop` is told where they were put down, `picture` shows them under the pointer. */
export function useCarrying(
  drop: (carried: Carried, target: Target) => void,
  picture: (carried: Carried) => ReactNode,
): { readonly drag: Drag | null; readonly begin: BeginCarrying; readonly ghost: ReactElement | null } {
  const [drag, setDrag] = useState<Drag | null>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const at = useRef({ x: 0, y: 0 });
  const latestDrop = useRef(drop);
  useEffect(() => {
    latestDrop.current = drop;
  });
  const place = useCallback(() => {
    const { x, y } = at.current;
    if (ghost.current) ghost.current.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
  }, []);
  const begin = useCallback<BeginCarrying>(
    (carried, event) => {
      if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return;
      followPointer(event.nativeEvent, {
        lift: () => setDrag({ carried, over: null }),
        move: (x, y) => {
          at.current = { x, y };
          place();
        },
        over: (over) => setDrag({ carried, over }),
        drop: (target) => {
          setDrag(null);
          if (target !== null) latestDrop.current(carried, target);
        },
        cancel: () => setDrag(null),
      });
    },
    [place],
  );
  return {
    drag,
    begin,
    ghost:
      drag &&
      (createPortal(
        <div
          ref={(element) => {
            ghost.current = element;
            place();
          }}
          aria-hidden
          className="pointer-events-none fixed top-0 left-0 z-50"
        >
          {picture(drag.carried)}
        </div>,
        document.body,
      ) as ReactElement),
  };
}

import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { TimeSpan } from '@mondwerk/film';
import { fitTo, type View } from './view.ts';

/** The size of an element, in pixels. */
export function useSize(place: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly height: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0 });
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

/** What of the line's time is on the screen: all of it at first, and whenever there is another line. */
export function useLineView(
  span: TimeSpan,
  width: number,
): { readonly view: View; readonly look: (change: (view: View) => View) => void } {
  const { start, end } = span;
  const [shown, setShown] = useState<View>(() => fitTo(span, width));
  useEffect(() => setShown((now) => fitTo({ start, end }, now.width)), [start, end]);
  const view = useMemo(() => ({ ...shown, width }), [shown, width]);
  const look = useMemo(
    () => (change: (view: View) => View) => setShown((now) => change({ ...now, width })),
    [width],
  );
  return { view, look };
}

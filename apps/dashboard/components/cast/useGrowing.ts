import { startTransition, useCallback, useState, type RefCallback } from 'react';

/** How many things are on the page at first, and how many more when their end comes near. */
const STEP = 30;

/** How near, in pixels. */
const NEAR = '1200px';

/**
 * How many of a long row of pictures are on the page: more whenever one scrolls near the end, which `end` marks, so
 * that a thousand of them are not drawn for somebody who looks at the first ten. The one at the place `first` is there
 * from the beginning.
 */
export function useGrowing(
  count: number,
  first = 0,
): {
  readonly shown: number;
  readonly end: RefCallback<HTMLElement>;
} {
  const [shown, setShown] = useState(Math.max(0, first) + STEP);
  const end = useCallback<RefCallback<HTMLElement>>((element) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        // Scrolling goes first.
        if (entry.isIntersecting) startTransition(() => setShown((before) => before + STEP));
      },
      { root: element.closest('[data-scrolls]'), rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { shown: Math.min(count, shown), end };
}

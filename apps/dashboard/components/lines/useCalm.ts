import { useEffect, useRef, useState } from 'react';

/** Changes that follow each other faster than this are one. */
const CALM_MS = 180;

/** Something that changes: the first change at once, more of them right after only once they have calmed down. */
export function useCalm<Thing>(now: Thing): Thing {
  const [calm, setCalm] = useState(now);
  const last = useRef(-Infinity);
  useEffect(() => {
    const at = performance.now();
    const hurried = at - last.current < CALM_MS;
    last.current = at;
    if (!hurried) return setCalm(now);
    const timer = setTimeout(() => setCalm(now), CALM_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return calm;
}

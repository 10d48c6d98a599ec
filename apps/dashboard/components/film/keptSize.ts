import { useEffect, useState } from 'react';

/** A size in pixels that somebody has dragged to what they like; kept on this computer under `key`. */
export function useKeptSize(key: string, first: number): readonly [number, (size: number) => void] {
  const [size, setSize] = useState(first);
  useEffect(() => {
    const kept = Number(localStorage.getItem(key));
    if (Number.isFinite(kept) && kept > 0) setSize(kept);
  }, [key]);
  return [
    size,
    (next) => {
      setSize(next);
      localStorage.setItem(key, String(Math.round(next)));
    },
  ];
}

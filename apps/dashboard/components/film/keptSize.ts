import { useEffect, useState } from 'react';

/** The size that something begins with: at least so many pixels, on large screens a share of their height. */
export interface FirstSize {
  readonly first: number;
  readonly share: number;
}

/** A size in pixels that somebody has dragged to what they like; kept on this computer under `key`. */
export function useKeptSize(
  key: string,
  { first, share }: FirstSize,
): readonly [number, (size: number) => void] {
  const [size, setSize] = useState(first);
  useEffect(() => {
    const kept = Number(localStorage.getItem(key));
    setSize(Number.isFinite(kept) && kept > 0 ? kept : Math.max(first, window.innerHeight * share));
  }, [key, first, share]);
  return [
    size,
    (next) => {
      setSize(next);
      localStorage.setItem(key, String(Math.round(next)));
    },
  ];
}

import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'next/navigation';

/** The address follows after this, so that keys that are held do not write it a hundred times. */
const SETTLED_MS = 250;

/** The line that is worked on, by its number from 0; the address keeps it, counted from 1. */
export function useChosenLine(): readonly [index: number, choose: (index: number) => void] {
  const asked = Number(useSearchParams().get('line') ?? '1');
  const [index, setIndex] = useState(Number.isInteger(asked) && asked > 0 ? asked - 1 : 0);
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = new URL(window.location.href);
      if (address.searchParams.get('line') === `${index + 1}`) return;
      address.searchParams.set('line', `${index + 1}`);
      window.history.replaceState(null, '', address);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [index]);
  return [index, useCallback((next: number) => setIndex(next), [])];
}

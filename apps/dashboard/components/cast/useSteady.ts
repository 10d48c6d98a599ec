import { useEffect, useRef, useState } from 'react';

type Act = (...given: never[]) => unknown;

/** The same acts in every render, each doing what the latest render says: cards with them need not be drawn again. */
export function useSteady<Acts extends { readonly [name: string]: Act }>(acts: Acts): Acts {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const [steady] = useState(() =>
    Object.fromEntries(
      Object.keys(acts).map((name) => [name, (...given: never[]) => latest.current[name](...given)]),
    ),
  );
  return steady as Acts;
}

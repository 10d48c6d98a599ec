import { useEffect, useState } from 'react';
import type { ShownRows } from './rowLayout.ts';

const KEPT = 'mondwerk.timelineRows';
const ALL: ShownRows = { faces: true, sound: true, lines: true };

/** Which rows of timelines somebody wants to see; kept on this computer. */
export function useShownRows(): readonly [ShownRows, (shown: ShownRows) => void] {
  const [shown, setShown] = useState(ALL);
  useEffect(() => setShown(kept()), []);
  return [
    shown,
    (next) => {
      setShown(next);
      localStorage.setItem(KEPT, JSON.stringify(next));
    },
  ];
}

function kept(): ShownRows {
  try {
    const { faces, sound, lines } = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<ShownRows>;
    return { faces: faces !== false, sound: sound !== false, lines: lines !== false };
  } catch {
    return ALL;
  }
}

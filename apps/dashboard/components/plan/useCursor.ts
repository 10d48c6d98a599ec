import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { keyOfRow, type PlanRow } from './planView.ts';

/** The row that keys act on. */
export interface Cursor {
  readonly key: string | null;
  /** Its place among the rows; -1 for none. */
  readonly at: number;
  readonly row: PlanRow | undefined;
  /** Holds the rows, each with its key as `data-row`. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Goes to a row and takes the focus along. */
  readonly go: (row: PlanRow) => void;
  /** Goes to a row that was pointed at. */
  readonly point: (row: PlanRow) => void;
}

/** Rows come onto the page some pictures after the list was scrolled. */
const MOST_PICTURES = 10;

/** Moves among rows. It stays with its row when others come and go. */
export function useCursor(rows: readonly PlanRow[]): Cursor {
  const box = useRef<HTMLDivElement>(null);
  const [{ key, moved }, setPlace] = useState<{ readonly key: string | null; readonly moved: number }>({
    key: null,
    moved: 0,
  });
  useEffect(() => (moved > 0 ? focusRow(box.current, key) : undefined), [key, moved]);
  const at = key === null ? -1 : rows.findIndex((row) => keyOfRow(row) === key);
  return {
    ...{ key, at, box },
    row: rows[at],
    go: useCallback(
      (row: PlanRow) => setPlace((before) => ({ key: keyOfRow(row), moved: before.moved + 1 })),
      [],
    ),
    point: useCallback((row: PlanRow) => setPlace({ key: keyOfRow(row), moved: 0 }), []),
  };
}

/** Gives the first control of a row the focus as soon as it is on the page. Returns how to give that up. */
function focusRow(box: HTMLElement | null, key: string | null): () => void {
  let picture = 0;
  let pictures = 0;
  const look = (): void => {
    const row = box?.querySelector(`[data-row="${key}"]`);
    const control = row?.querySelector<HTMLElement>('input:enabled') ?? row?.querySelector<HTMLElement>('a');
    if (control) control.focus({ preventScroll: true });
    else if (pictures++ < MOST_PICTURES) picture = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(picture);
}

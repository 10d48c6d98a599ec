'use client';

import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { rowsInView } from './rowsInView.ts';

interface VirtualRowsProps<Row> {
  /** What it lists, for those who hear. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** In pixels; every row has it. */
  readonly rowHeight: number;
  readonly keyOf: (row: Row) => string;
  readonly show: (row: Row) => ReactNode;
  /** Asks for more, when the end is near. */
  readonly onNearEnd?: () => void;
  /** The place of a row that is brought into sight once it changes; less than 0 for none. */
  readonly reveal?: number;
  readonly className?: string;
}

/** How many rows before the end more are asked for. */
const NEAR = 30;

/** A list of any length that scrolls by itself: only the rows in view are on the page. */
export function VirtualRows<Row>({
  label,
  rows,
  rowHeight,
  keyOf,
  show,
  onNearEnd,
  reveal = -1,
  className,
}: VirtualRowsProps<Row>): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const look = (): void => setSeen({ top: current.scrollTop, height: current.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, []);
  const { first, last } = rowsInView(rows.length, rowHeight, seen);
  const nearEnd = seen.height > 0 && last >= rows.length - NEAR;
  useEffect(() => {
    if (nearEnd) onNearEnd?.();
  }, [nearEnd, rows.length, onNearEnd]);
  useEffect(() => {
    const { current } = box;
    if (current === null || reveal < 0) return;
    const top = reveal * rowHeight;
    const most = top + rowHeight - current.clientHeight;
    if (top < current.scrollTop) current.scrollTop = top;
    else if (most > current.scrollTop) current.scrollTop = most;
  }, [reveal, rowHeight]);
  return (
    <div
      ref={box}
      role="list"
      aria-label={label}
      tabIndex={0}
      className={classes('relative min-h-0 overflow-auto', className)}
    >
      <div role="presentation" style={{ height: rows.length * rowHeight }} />
      {rows.slice(first, last).map((row, at) => (
        <div
          key={keyOf(row)}
          role="listitem"
          aria-setsize={rows.length}
          aria-posinset={first + at + 1}
          className="absolute inset-x-0 overflow-hidden"
          style={{ top: (first + at) * rowHeight, height: rowHeight }}
        >
          {show(row)}
        </div>
      ))}
    </div>
  );
}

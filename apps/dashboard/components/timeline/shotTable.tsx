'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { classes } from '#components/ui/index.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import type { ListedShot } from './shotList.ts';
import { StateSign } from './stateSign.tsx';

interface ShotTableProps {
  readonly shots: readonly ListedShot[];
  readonly frames: FrameTimes;
  /** The number of the shot that is selected. */
  readonly selected: number | null;
  readonly onSelect: (shot: number) => void;
  /** Somebody wants to see what is in a shot. */
  readonly onOpen?: (shot: number) => void;
}

/** Pixels of a row, and rows beyond the edges that are there already. */
const ROW = 28;
const BEYOND = 8;

const COLUMNS = 'grid grid-cols-[2.25rem_5.25rem_minmax(0,1fr)_2.5rem_8.5rem] items-center gap-2 px-2';

/** The shots of a film in words: what a timeline shows in colours. Only the rows in view are on the page. */
export function ShotTable({ shots, frames, selected, onSelect, onOpen }: ShotTableProps): ReactElement {
  const t = useTranslations('film');
  const box = useRef<HTMLDivElement>(null);
  const { first, last, visible } = useSeenRows(box, shots.length);
  const at = selected === null ? -1 : shots.findIndex(({ index }) => index === selected);
  useEffect(() => reveal(box.current, at), [at]);
  const move = (event: KeyboardEvent): void => {
    const to = moveTo(event.key, at, shots.length, visible);
    if (to !== undefined && shots.length > 0) onSelect(shots[to].index);
    else if (event.key === 'Enter' && at >= 0) onOpen?.(shots[at].index);
    else return;
    event.preventDefault();
  };
  const present = at >= first && at < last;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="grid"
        aria-label={t('shots')}
        aria-rowcount={shots.length + 1}
        aria-activedescendant={present ? rowId(shots[at].index) : undefined}
        tabIndex={0}
        onKeyDown={move}
        className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto"
      >
        <div
          role="row"
          aria-rowindex={1}
          className={classes(COLUMNS, 'sticky top-0 z-10 h-7 bg-panel text-dim')}
        >
          <span role="columnheader">{t('number')}</span>
          <span role="columnheader">{t('timecode')}</span>
          <span role="columnheader">{t('who')}</span>
          <span role="columnheader">{t('lines')}</span>
          <span role="columnheader">{t('state')}</span>
        </div>
        {/* What is not on the page takes its room all the same. */}
        <div role="presentation" style={{ height: first * ROW }} />
        {shots.slice(first, last).map((shot, place) => (
          <ShotRow
            key={shot.index}
            shot={shot}
            row={first + place + 2}
            timecode={frames.timecodeOf(shot.start)}
            selected={shot.index === selected}
            onSelect={onSelect}
          />
        ))}
        <div role="presentation" style={{ height: (shots.length - last) * ROW }} />
      </div>
    </div>
  );
}

const rowId = (shot: number): string => `shot-${shot}`;

interface ShotRowProps {
  readonly shot: ListedShot;
  readonly row: number;
  readonly timecode: string;
  readonly selected: boolean;
  readonly onSelect: (shot: number) => void;
}

function ShotRow({ shot, row, timecode, selected, onSelect }: ShotRowProps): ReactElement {
  const t = useTranslations('film');
  const { index, performers, lines, state } = shot;
  const names = performers.map(({ name }) => name).join(', ');
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={row}
      aria-selected={selected}
      onClick={() => onSelect(index)}
      style={{ height: ROW }}
      className={classes(
        COLUMNS,
        'cursor-pointer border-b border-line/60',
        selected ? 'bg-accent-deep text-white' : 'hover:bg-raised',
      )}
    >
      <span role="gridcell">{index + 1}</span>
      <span role="gridcell" className="font-mono text-xs">
        {timecode}
      </span>
      <span role="gridcell" className="truncate" title={names}>
        {names}
      </span>
      <span role="gridcell">{lines > 0 ? lines : ''}</span>
      <span role="gridcell" className="flex min-w-0 items-center gap-1.5">
        <span className={classes('rounded-sm p-0.5', selected && 'bg-black')}>
          <StateSign state={state} />
        </span>
        <span className="truncate">{t(state)}</span>
      </span>
    </div>
  );
}

/** The row that a key goes to; `undefined` for a key that goes nowhere. */
function moveTo(key: string, at: number, count: number, page: number): number | undefined {
  const to = {
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page },
    ...{ Home: 0, End: count - 1 },
  }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

function reveal(box: HTMLDivElement | null, at: number): void {
  if (box === null || at < 0) return;
  // The header lies over the first row that is in sight.
  const top = at * ROW;
  const room = box.clientHeight - 2 * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top > box.scrollTop + room) box.scrollTop = top - room;
}

function useSeenRows(
  box: RefObject<HTMLDivElement | null>,
  count: number,
): { readonly first: number; readonly last: number; readonly visible: number } {
  const [seen, setSeen] = useState({ first: 0, visible: 30 });
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const look = (): void => {
      const next = {
        first: Math.floor(current.scrollTop / ROW),
        visible: Math.max(1, Math.floor(current.clientHeight / ROW) - 1),
      };
      setSeen((before) => (before.first === next.first && before.visible === next.visible ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [box]);
  const last = Math.min(count, seen.first + seen.visible + BEYOND);
  return { first: Math.max(0, Math.min(last, seen.first - BEYOND)), last, visible: seen.visible };
}

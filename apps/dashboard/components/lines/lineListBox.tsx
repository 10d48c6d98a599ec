'use client';

import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react';
import { useTranslations } from 'use-intl';
import { rowsInView } from '#components/ui/index.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import type { ListedLine } from './lineList.ts';
import { LineRow, ROW } from './lineRow.tsx';

interface LineListBoxProps {
  readonly lines: readonly ListedLine[];
  /** The id of the line that is worked on. */
  readonly chosen: string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly times: FrameTimes | undefined;
  readonly onChoose: (line: ListedLine) => void;
  /** Somebody marks a line, or `upTo` it. */
  readonly onMark: (line: ListedLine, upTo: boolean) => void;
  readonly onEdit: () => void;
}

/** The id of the list's element. */
export const LINE_LIST = 'line-list';

/** The lines as a list to go through with the keyboard; only those in view are on the page, however many there are. */
export function LineListBox(props: LineListBoxProps): ReactElement {
  const { lines, chosen, marked, times, onChoose, onMark, onEdit } = props;
  const t = useTranslations('lines');
  const id = useId();
  const { box, seen } = useScroll();
  const at = lines.findIndex(({ line }) => line.id === chosen);
  useEffect(() => bringIntoView(box.current, at), [box, at]);
  // Keys work at once, without a click before.
  useEffect(() => box.current?.focus({ preventScroll: true }), [box]);
  const go = (to: number, mark: boolean): void => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, to))];
    if (line === undefined) return;
    if (mark) onMark(line, true);
    onChoose(line);
  };
  const page = Math.max(1, Math.floor(seen.height / ROW) - 1);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: lines.length - 1,
  };
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = moves[event.key];
    if (to !== undefined) go(to, event.shiftKey);
    else if (event.key === 'Enter') onEdit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (line: ListedLine, event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey) onMark(line, false);
    else if (event.shiftKey) onMark(line, true);
    else onChoose(line);
  };
  const { first, last } = rowsInView(lines.length, ROW, seen);
  return (
    <div
      ref={box}
      id={LINE_LIST}
      role="listbox"
      aria-label={t('lines')}
      aria-multiselectable
      aria-activedescendant={at >= first && at < last ? `${id}-${lines[at].line.id}` : undefined}
      tabIndex={0}
      onKeyDown={press}
      className="relative min-h-0 flex-1 overflow-auto select-none focus-visible:-outline-offset-2"
    >
      <div role="presentation" style={{ height: lines.length * ROW }} />
      {lines.slice(first, last).map((each, place) => (
        <LineRow
          key={each.line.id}
          id={`${id}-${each.line.id}`}
          listed={each}
          top={(first + place) * ROW}
          size={lines.length}
          place={first + place + 1}
          chosen={each.line.id === chosen}
          marked={marked.has(each.line.id)}
          times={times}
          onClick={click}
        />
      ))}
    </div>
  );
}

function useScroll() {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const watched = box.current!;
    const look = (): void => setSeen({ top: watched.scrollTop, height: watched.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(watched);
    watched.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      watched.removeEventListener('scroll', look);
    };
  }, []);
  return { box, seen };
}

/** Scrolls as little as it takes for a row to be seen; one that is far away comes into the middle. */
function bringIntoView(box: HTMLElement | null, at: number): void {
  if (box === null || at < 0) return;
  const { scrollTop, clientHeight } = box;
  const top = at * ROW;
  const beyond = Math.max(scrollTop - top, top + ROW - scrollTop - clientHeight);
  if (beyond > clientHeight) box.scrollTop = top - (clientHeight - ROW) / 2;
  else if (top < scrollTop) box.scrollTop = top;
  else if (beyond > 0) box.scrollTop = top + ROW - clientHeight;
}

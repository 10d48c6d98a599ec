import type { Line, TimeSpan } from '@mondwerk/film';
import { FRAME_SECONDS } from './cepstra.ts';
import type { FrameWindow } from './lattice.ts';

/** Consecutive lines that are aligned together, and the frame window of each. */
export interface Stretch {
  /** Positions of the lines among those given, in the order of their times. */
  readonly lines: readonly number[];
  readonly windows: readonly FrameWindow[];
  readonly span: FrameWindow;
}

/** Seconds by which a line may start earlier or end later than its script says. */
const softness = 0.5;
/** A stretch of more lines than this is cut at its widest gap, so that memory stays flat. */
const mostLines = 24;

/**
 * Groups lines into stretches of sound that can be aligned apart. A line without times may be anywhere between its
 * neighbours that have them. Lines outside the sound are in no stretch.
 */
export function planStretches(spans: readonly (TimeSpan | undefined)[], frames: number): Stretch[] {
  const order = byTime(spans);
  const windows = order.map((_, at) => windowAt(spans, order, at, frames));
  const stretches: Stretch[] = [];
  let [first, reach] = [0, -1];
  for (let at = 0; at <= order.length; at++) {
    const starts = at < order.length ? windows[at].from : Infinity;
    if (at > first && starts >= reach) {
      stretches.push(...cut(order, windows, first, at, spans));
      first = at;
    }
    if (at < order.length) reach = Math.max(at === first ? -1 : reach, windows[at].to);
  }
  return stretches.filter(({ span }) => span.to > span.from);
}

/** Lines without times stay behind the line they follow in the script. */
function byTime(spans: readonly (TimeSpan | undefined)[]): number[] {
  let last = -Infinity;
  const keys = spans.map((span) => (last = span?.start ?? last));
  return spans.map((_, at) => at).sort((a, b) => keys[a] - keys[b] || a - b);
}

function windowAt(
  spans: readonly (TimeSpan | undefined)[],
  order: readonly number[],
  at: number,
  frames: number,
): FrameWindow {
  const span = spans[order[at]];
  const inside = (frame: number): number => Math.min(frames, Math.max(0, frame));
  if (span !== undefined) {
    return {
      from: inside(Math.floor((span.start - softness) / FRAME_SECONDS)),
      to: inside(Math.ceil((span.end + softness) / FRAME_SECONDS)),
    };
  }
  const before = order.slice(0, at).findLast((line) => spans[line] !== undefined);
  const after = order.slice(at + 1).find((line) => spans[line] !== undefined);
  return {
    from: before === undefined ? 0 : inside(Math.floor((spans[before]!.end - softness) / FRAME_SECONDS)),
    to: after === undefined ? frames : inside(Math.ceil((spans[after]!.start + softness) / FRAME_SECONDS)),
  };
}

function cut(
  order: readonly number[],
  windows: readonly FrameWindow[],
  first: number,
  end: number,
  spans: readonly (TimeSpan | undefined)[],
): Stretch[] {
  const part = windows.slice(first, end);
  const lines = order.slice(first, end);
  const timed = lines.every((line) => spans[line] !== undefined);
  if (!timed || lines.length <= mostLines) {
    const span = {
      from: Math.min(...part.map(({ from }) => from)),
      to: Math.max(...part.map(({ to }) => to)),
    };
    return [{ lines, windows: part, span }];
  }
  const at = first + widestGap(lines.map((line) => spans[line]!));
  const limit = Math.round((windows[at].from + windows[at - 1].to) / 2);
  const closed = windows.map((window, index) =>
    index < at
      ? { ...window, to: Math.min(window.to, limit) }
      : { ...window, from: Math.max(window.from, limit) },
  );
  return [...cut(order, closed, first, at, spans), ...cut(order, closed, at, end, spans)];
}

function widestGap(spans: readonly TimeSpan[]): number {
  const quarter = Math.floor(spans.length / 4);
  let best = quarter + 1;
  const gap = (at: number): number => spans[at].start - spans[at - 1].end;
  for (let at = quarter + 1; at < spans.length - quarter; at++) if (gap(at) > gap(best)) best = at;
  return best;
}

/** The times of lines as the script has them. */
export const spansOf = (lines: readonly Line[]): (TimeSpan | undefined)[] => lines.map(({ span }) => span);

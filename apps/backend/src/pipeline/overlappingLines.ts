import type { Line, TimeSpan } from '@mondwerk/film';
import type { SpeechAlignment } from '@mondwerk/speech';

/** Script times are rough: lines that overlap by no more than this many seconds are said one after the other. */
const ROUGH = 0.5;

/** Nor are lines said at once of which less than this share of the shorter one overlaps. */
const LEAST_SHARE = 0.3;

/** So many people at most are told apart in one sound. */
const MOST_AT_ONCE = 4;

/**
 * Parts lines, which ascend in time, so that in no part two are said at once, as their script has it: one part where no
 * lines overlap, else the first with most of the lines. Each keeps their order.
 */
export function lanesOf(lines: readonly Line[]): Line[][] {
  const lanes: { readonly lines: Line[]; latest: TimeSpan | undefined }[] = [];
  for (const line of lines) {
    const free = lanes.find(({ latest }) => !saidAtOnce(latest, line.span));
    const lane = free ?? (lanes.length < MOST_AT_ONCE ? undefined : lanes[lanes.length - 1]);
    if (lane === undefined) lanes.push({ lines: [line], latest: line.span });
    else {
      lane.lines.push(line);
      lane.latest = laterOf(lane.latest, line.span);
    }
  }
  return lanes.map((lane) => lane.lines);
}

/** The numbers of those lines, which ascend in time, that overlap others, as their script has it. */
export function overlappingLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  let latest: Line | undefined;
  for (const line of lines) {
    if (latest !== undefined && saidAtOnce(latest.span, line.span)) found.add(latest.index).add(line.index);
    if (laterOf(latest?.span, line.span) === line.span) latest = line;
  }
  return found;
}

/** How surely some lines were found in several alignments, all together. */
export const sureness = (parts: readonly Pick<SpeechAlignment, 'lines'>[], of: ReadonlySet<number>): number =>
  parts
    .flatMap(({ lines }) => lines)
    .reduce((sum, { line, confidence }) => (of.has(line) ? sum + confidence : sum), 0);

const laterOf = (a: TimeSpan | undefined, b: TimeSpan | undefined): TimeSpan | undefined =>
  b === undefined || (a !== undefined && a.end > b.end) ? a : b;

/** Whether two times overlap by more than script times are rough. */
function saidAtOnce(a: TimeSpan | undefined, b: TimeSpan | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const shorter = Math.min(a.end - a.start, b.end - b.start);
  return shared > Math.min(ROUGH, shorter / 2) && shared >= LEAST_SHARE * shorter;
}

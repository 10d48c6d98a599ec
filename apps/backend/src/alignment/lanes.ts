import type { TimeSpan } from '@mondwerk/film';
import type { HeardLine } from './alignment.ts';

/** Lines of which no two are said at once. */
export interface Lane {
  /** Whose lines they are; `undefined` where all lines of the script fit into one lane, or nobody is named. */
  readonly character?: string;
  readonly lines: readonly HeardLine[];
}

/** All lines in one lane; where some are said at once, a lane for every character, and more where that does not do. */
export function lanesOf(lines: readonly HeardLine[]): Lane[] {
  const heard = lines.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  if (apart(heard).length <= 1) return [{ lines: heard }];
  const byCharacter = Map.groupBy(heard, ({ character }) => character);
  return [...byCharacter].flatMap(([character, own]) =>
    apart(own).map((laid) => ({ ...(character !== undefined && { character }), lines: laid })),
  );
}

/** Each goes into the first lane in which nothing is said meanwhile. */
function apart<T extends TimeSpan>(spans: readonly T[]): T[][] {
  const lanes: T[][] = [];
  for (const span of spans) {
    const free = lanes.find((lane) => lane[lane.length - 1].end <= span.start + 1e-6);
    if (free === undefined) lanes.push([span]);
    else free.push(span);
  }
  return lanes;
}

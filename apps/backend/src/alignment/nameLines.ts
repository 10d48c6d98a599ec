import type { HeardLine } from './alignment.ts';
import { listed } from './outFiles.ts';
import { clockOf } from './picture/layout.ts';

/** So many lines are named at most. */
const MOST_NAMED = 12;

/** The lines whose words are not what is heard; where nobody knows the words, nothing can be wrong with them. */
export const oddLines = (lines: readonly HeardLine[]): HeardLine[] =>
  lines.filter(({ fits, problem }) => !fits && problem !== 'words-unknown');

/** Lines by their numbers as people count, and when they begin, where they have times: `7 (0:24.3) and 12 (0:41.0)`. */
export function nameLines(lines: readonly HeardLine[]): string {
  const named = lines.slice(0, MOST_NAMED).map(nameLine);
  const more = lines.length - named.length;
  return listed(more > 0 ? [...named, `${more} more`] : named);
}

const nameLine = ({ index, start, end }: HeardLine): string =>
  end > start ? `${index + 1} (${clockOf(start)})` : String(index + 1);

/** `1 line`, `3 lines`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

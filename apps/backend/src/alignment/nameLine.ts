import type { HeardLine } from './alignment.ts';
import { clockOf } from './picture/layout.ts';

/** A line's number as people count, and when it begins, where it has times: `7 (0:24.3)`. */
export const nameLine = ({ index, start, end }: HeardLine): string =>
  end > start ? `${index + 1} (${clockOf(start)})` : String(index + 1);

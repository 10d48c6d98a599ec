/** How many signs are said in a second. */
const SIGNS_A_SECOND = 15;

/** How many seconds words take, for a line that does not say when it ends. */
export const reckonLength = (words: string): number =>
  Math.max(0.2, Math.round((words.replace(/\s+/g, ' ').trim().length / SIGNS_A_SECOND) * 1000) / 1000);

/** What is said of lines whose end was reckoned. */
export const reckoned = (count: number, all: number, name: string): string[] =>
  count === 0
    ? []
    : [`${name}: ${count} of ${all} lines do not say when they end: that was reckoned from their length.`];

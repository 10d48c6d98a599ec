/** Lines that are marked to be changed together, and where the last marking began. */
export interface Marks {
  /** By id. */
  readonly lines: ReadonlySet<string>;
  readonly from: string | null;
}

/** Nothing is marked. */
export const NO_MARKS: Marks = { lines: new Set(), from: null };

/** With a line marked, or no longer. */
export function markSwitched({ lines }: Marks, line: string): Marks {
  const next = new Set(lines);
  if (!next.delete(line)) next.add(line);
  return { lines: next, from: line };
}

/** With all lines marked from where the last marking began up to a line, in the order in which they are shown. */
export function markedUpTo(marks: Marks, line: string, shown: readonly string[], chosen: string): Marks {
  const from = marks.from !== null && shown.includes(marks.from) ? marks.from : chosen;
  const [a, b] = [shown.indexOf(from), shown.indexOf(line)].sort((x, y) => x - y);
  return { lines: new Set([...marks.lines, ...shown.slice(Math.max(0, a), b + 1)]), from };
}

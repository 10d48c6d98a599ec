/** A choice with one thing more or less in it. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** A choice with everything between two things of an order in it, both included. */
export function rangeAdded(
  chosen: ReadonlySet<string>,
  order: readonly string[],
  [from, to]: readonly [from: string | null, to: string],
): ReadonlySet<string> {
  const start = from === null ? -1 : order.indexOf(from);
  const end = order.indexOf(to);
  if (start < 0) return new Set([...chosen, to]);
  return new Set([...chosen, ...order.slice(Math.min(start, end), Math.max(start, end) + 1)]);
}

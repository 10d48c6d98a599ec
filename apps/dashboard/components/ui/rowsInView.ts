/** Rows beyond the edges that are there already when one scrolls. */
const BEYOND = 10;

/** Which rows of so many are to be on the page, from `first` to before `last`, for what is seen of the list. */
export function rowsInView(
  count: number,
  rowHeight: number,
  { top, height }: { readonly top: number; readonly height: number },
): { readonly first: number; readonly last: number } {
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + BEYOND);
  return { first: Math.max(0, Math.min(last, Math.floor(top / rowHeight) - BEYOND)), last };
}

/**
 * The number of the shot after the one that has a frame, or before it; back goes to the beginning of the shot itself
 * where the frame is not its first. `undefined` without shots.
 */
export function shotBeside(
  shots: readonly { readonly index: number; readonly start: number }[],
  frame: number,
  way: 1 | -1,
): number | undefined {
  if (way === 1) return shots.find(({ start }) => start > frame)?.index ?? shots.at(-1)?.index;
  return (shots.findLast(({ start }) => start < frame) ?? shots[0])?.index;
}

/** Where something lies on a page. */
export interface Box {
  readonly left: number;
  readonly top: number;
}

/** The keys that go from one thing to its neighbour. */
export const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;

/** One of them. */
export type Arrow = (typeof ARROWS)[number];

/**
 * The place of the neighbour in things that fill a page line by line; the same place where there is none. Up and down
 * go to the nearest of the next line.
 */
export function neighbour(boxes: readonly Box[], at: number, arrow: Arrow): number {
  if (arrow === 'ArrowLeft') return Math.max(0, at - 1);
  if (arrow === 'ArrowRight') return Math.min(boxes.length - 1, at + 1);
  const { left, top } = boxes[at];
  const down = arrow === 'ArrowDown';
  const beyond = boxes.filter((box) => (down ? box.top > top : box.top < top));
  if (beyond.length === 0) return at;
  const line = down ? Math.min(...beyond.map((box) => box.top)) : Math.max(...beyond.map((box) => box.top));
  const inLine = beyond.filter((box) => box.top === line);
  const distance = (box: Box): number => Math.abs(box.left - left);
  return boxes.indexOf(inLine.reduce((best, box) => (distance(box) < distance(best) ? box : best)));
}

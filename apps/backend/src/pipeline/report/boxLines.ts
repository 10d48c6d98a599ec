import type { Box } from '@mondwerk/film';

/** Writes boxes as the report lists them: a line a frame, `120 640,380,760,470`, ascending. */
export function writeBoxes(boxes: readonly { readonly frame: number; readonly box: Box }[]): string[] {
  return [...Map.groupBy(boxes, ({ frame }) => frame)]
    .sort(([a], [b]) => a - b)
    .map(([frame, own]) => [frame, ...own.map(({ box }) => lineOf(box))].join(' '));
}

const lineOf = ({ left, top, right, bottom }: Box): string => [left, top, right, bottom].join();

/** Reads such lines. Returns the boxes of each frame that has any; `undefined` where a line is none of ours. */
export function readBoxes(lines: readonly string[]): ReadonlyMap<number, readonly Box[]> | undefined {
  const boxes = new Map<number, readonly Box[]>();
  for (const line of lines) {
    if (!/^\d{1,9}( \d{1,6}(,\d{1,6}){3})+$/.test(line)) return undefined;
    const [frame, ...own] = line.split(' ');
    boxes.set(Number(frame), own.map(boxOf));
  }
  return boxes;
}

function boxOf(text: string): Box {
  const [left, top, right, bottom] = text.split(',').map(Number);
  return { left, top, right, bottom };
}

/** The boxes of all parts of a proof, by frame; lines that cannot be read have none. */
export const boxesByFrame = (
  proof: readonly { readonly boxes?: readonly string[] }[],
): ReadonlyMap<number, readonly Box[]> =>
  new Map(proof.flatMap(({ boxes = [] }) => [...(readBoxes(boxes) ?? [])]));

import type { Box } from './pictureBox.ts';

/** Pixels of a small picture: red, green, blue and something else, row by row. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** By how much two pixels differ on average over their colours before it is more than what encoding leaves. */
const NOTICEABLE = 9;

/** Pixels between two changes that are taken for one. */
const GAP = 5;

/** How much of the greatest change another one has at least, to be one of its own. */
const WORTH = 0.3;

/** Pixels of a change at least. */
const FEWEST = 4;

/** Where two pictures differ, in shares of them, what differs most first. */
export function changedParts(one: SmallPicture, other: SmallPicture): Box[] {
  const { width, height } = one;
  const changes = changesOf(one, other);
  const seen = new Uint8Array(changes.length);
  const parts: { readonly box: Box; readonly weight: number }[] = [];
  for (let at = 0; at < changes.length; at++) {
    if (changes[at] === 0 || seen[at] === 1) continue;
    const { left, top, right, bottom, weight, count } = grow({ changes, seen, width, height }, at);
    if (count < FEWEST) continue;
    const box = {
      left: left / width,
      top: top / height,
      width: (right + 1 - left) / width,
      height: (bottom + 1 - top) / height,
    };
    parts.push({ box, weight });
  }
  const most = Math.max(0, ...parts.map(({ weight }) => weight));
  return parts
    .filter(({ weight }) => weight >= most * WORTH)
    .sort((a, b) => b.weight - a.weight)
    .map(({ box }) => box);
}

function changesOf({ data: one }: SmallPicture, { data: other }: SmallPicture): Float32Array {
  const changes = new Float32Array(one.length / 4);
  for (let at = 0; at < changes.length; at++) {
    let sum = 0;
    for (let colour = 0; colour < 3; colour++) sum += Math.abs(one[at * 4 + colour] - other[at * 4 + colour]);
    changes[at] = sum / 3 > NOTICEABLE ? sum / 3 : 0;
  }
  return changes;
}

interface Grid {
  readonly changes: Float32Array;
  readonly seen: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Gathers everything that hangs together with a change. */
function grow({ changes, seen, width, height }: Grid, first: number) {
  const part = { left: width, top: height, right: 0, bottom: 0, weight: 0, count: 0 };
  const open = [first];
  seen[first] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x);
    part.top = Math.min(part.top, y);
    part.bottom = Math.max(part.bottom, y);
    part.weight += changes[at];
    part.count++;
    for (let down = Math.max(0, y - GAP); down <= Math.min(height - 1, y + GAP); down++) {
      for (let across = Math.max(0, x - GAP); across <= Math.min(width - 1, x + GAP); across++) {
        const next = down * width + across;
        if (changes[next] === 0 || seen[next] === 1) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
  }
  return part;
}

/** How much around a change is shown with it, in its own sizes. */
const AROUND = 0.75;

/** A change with what is around it, so that one sees where one is. */
export function withSurroundings({ left, top, width, height }: Box): Box {
  const [across, down] = [Math.max(width, 0.06) * AROUND, Math.max(height, 0.06) * AROUND];
  return { left: left - across, top: top - down, width: width + 2 * across, height: height + 2 * down };
}

import type { Box } from '@mondwerk/film';
import type { DrawnMask } from './drawnMask.ts';
import { blankField, type Field } from './field.ts';

/**
 * What people drew, laid over what was found, in the order in which it was drawn: 1 where the frame's own pixels stay. `cover`
 * has a cell for each pixel of the box.
 */
export function layMasks(cover: Field, box: Box, masks: readonly DrawnMask[]): Field {
  const data = cover.data.slice();
  const { width } = cover;
  for (const mask of masks.filter(({ corners }) => corners.length >= 3)) {
    const soft = Math.max(1, mask.feather);
    const stays = mask.shows === 'frame' ? 1 : 0;
    const { left, top, right, bottom } = reachOf(mask, box, soft);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const weight = ramp(0.5 + depthInside(mask.corners, x + 0.5, y + 0.5) / soft);
        const at = (y - box.top) * width + x - box.left;
        data[at] += weight * (stays - data[at]);
      }
    }
  }
  const out = blankField(cover.width, cover.height);
  out.data.set(data);
  return out;
}

/** The pixels of a box that a mask may touch. */
function reachOf({ corners }: DrawnMask, box: Box, soft: number): Box {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return {
    left: Math.max(box.left, Math.floor(Math.min(...xs) - soft)),
    top: Math.max(box.top, Math.floor(Math.min(...ys) - soft)),
    right: Math.min(box.right, Math.ceil(Math.max(...xs) + soft)),
    bottom: Math.min(box.bottom, Math.ceil(Math.max(...ys) + soft)),
  };
}

/** How far a point lies inside a polygon (even-odd), in pixels; negative outside. */
function depthInside(corners: DrawnMask['corners'], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  let [ax, ay] = corners[corners.length - 1];
  for (const [bx, by] of corners) {
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    nearest = Math.min(nearest, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
    [ax, ay] = [bx, by];
  }
  return Math.sqrt(nearest) * (inside ? 1 : -1);
}

const ramp = (t: number): number => {
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
};

import type { Box } from '@mondwerk/film';

import type { Shrunk } from './shrink.ts';

/** Which channel of an interleaved result a plane fills, and how its samples become numbers there. */
export interface Channel {
  readonly out: Float32Array;
  readonly channel: number;
  readonly black: number;
  readonly gain: number;
  readonly base: number;
}

/** Where the samples of a square lie on a grid whose first sample is at 0, and the picture's edges there. */
export interface Walk {
  readonly x: number;
  readonly y: number;
  readonly xByColumn: number;
  readonly yByColumn: number;
  readonly xByRow: number;
  readonly yByRow: number;
  readonly edges: Box;
}

/** Fills one channel of a square of `size` × `size` × 3 by bilinear interpolation; leaves what is beyond the edges. */
export function interpolate(grid: Shrunk, target: Channel, size: number, walk: Walk): void {
  const { data, width } = grid;
  const { out, channel, black, gain, base } = target;
  const { xByColumn, yByColumn } = walk;
  const [lastX, lastY] = [grid.width - 1, grid.height - 1];
  for (let row = 0; row < size; row++) {
    let x = walk.x + row * walk.xByRow;
    let y = walk.y + row * walk.yByRow;
    for (let at = row * size * 3 + channel, end = at + size * 3; at < end; at += 3) {
      // The interior is written out for speed: this is where tracking spends its time outside the networks.
      if (x >= 0 && y >= 0 && x < lastX && y < lastY) {
        const x0 = x | 0;
        const y0 = y | 0;
        const fx = x - x0;
        const first = y0 * width + x0;
        const second = first + width;
        const upper = data[first] + (data[first + 1] - data[first]) * fx;
        const lower = data[second] + (data[second + 1] - data[second]) * fx;
        out[at] = (upper + (lower - upper) * (y - y0) - black) * gain + base;
      } else if (isInside(walk.edges, x, y)) {
        out[at] = (atEdge(grid, x, y) - black) * gain + base;
      }
      x += xByColumn;
      y += yByColumn;
    }
  }
}

const isInside = ({ left, top, right, bottom }: Box, x: number, y: number): boolean =>
  x > left && y > top && x < right && y < bottom;

/** Bilinear interpolation where the outermost samples go on for ever. */
function atEdge({ data, width, height }: Shrunk, x: number, y: number): number {
  const px = Math.max(0, Math.min(x, width - 1));
  const py = Math.max(0, Math.min(y, height - 1));
  const [x0, y0] = [Math.floor(px), Math.floor(py)];
  const [x1, y1] = [Math.min(x0 + 1, width - 1), Math.min(y0 + 1, height - 1)];
  const upper = data[y0 * width + x0] * (x0 + 1 - px) + data[y0 * width + x1] * (px - x0);
  const lower = data[y1 * width + x0] * (x0 + 1 - px) + data[y1 * width + x1] * (px - x0);
  return upper * (y0 + 1 - py) + lower * (py - y0);
}

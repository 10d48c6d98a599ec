import { blankField, type Field } from './field.ts';
import type { WarpMap } from './warpMap.ts';

const PHASES = 256;

/**
 * Lanczos-3 weights for 256 fractions between two samples, six to a fraction, each set summing to one. Lanczos keeps the
 * detail that bilinear and Catmull–Rom lose, and a mouth that is softer than its face is the first thing seen.
 */
const LANCZOS = Float32Array.from({ length: (PHASES + 1) * 6 }, (_, i) =>
  lanczos((i % 6) - 2 - Math.floor(i / 6) / PHASES),
);
for (let phase = 0; phase <= PHASES; phase++) {
  const weights = LANCZOS.subarray(6 * phase, 6 * phase + 6);
  const sum = weights.reduce((a, b) => a + b, 0);
  weights.forEach((w, k) => (weights[k] = w / sum));
}

function lanczos(x: number): number {
  if (Math.abs(x) < 1e-7) return 1;
  if (Math.abs(x) >= 3) return 0;
  const a = Math.PI * x;
  return (3 * Math.sin(a) * Math.sin(a / 3)) / (a * a);
}

/** Where a plane's samples lie: sample (0, 0) covers picture pixels from (left, top), one sample is `step` pixels wide. */
export interface PlaneFrame {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
}

/**
 * Takes each sample of a plane of the new picture from `source`, displaced by `map` (pixels, on the luma grid of the box).
 * `to` and `from` say where the new plane and the source plane lie in their pictures. Edges are held.
 */
export function resample(
  source: Field,
  from: PlaneFrame,
  map: WarpMap,
  to: PlaneFrame,
  width: number,
  height: number,
): Field {
  const out = blankField(width, height);
  const sx = to.stepX;
  const sy = to.stepY;
  for (let y = 0; y < height; y++) {
    const mapY = Math.min(map.dx.height - 1, y * sy + (sy >> 1));
    for (let x = 0; x < width; x++) {
      const mapAt = mapY * map.dx.width + Math.min(map.dx.width - 1, x * sx + (sx >> 1));
      const px = to.left + (x + 0.5) * sx + map.dx.data[mapAt];
      const py = to.top + (y + 0.5) * sy + map.dy.data[mapAt];
      out.data[y * width + x] = sampleAt(
        source,
        (px - from.left) / from.stepX - 0.5,
        (py - from.top) / from.stepY - 0.5,
      );
    }
  }
  return out;
}

/** The value of a field between its samples, by Lanczos-3; (0, 0) is the centre of the first sample. */
export function sampleAt(field: Field, x: number, y: number): number {
  const { width, height, data } = field;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const wx = 6 * Math.round((x - x0) * PHASES);
  const wy = 6 * Math.round((y - y0) * PHASES);
  const inside = x0 >= 2 && y0 >= 2 && x0 + 3 < width && y0 + 3 < height;
  let sum = 0;
  for (let j = 0; j < 6; j++) {
    const row = inside ? (y0 - 2 + j) * width : clamp(y0 - 2 + j, height) * width;
    let line = 0;
    if (inside) {
      const k = row + x0 - 2;
      line =
        LANCZOS[wx] * data[k] +
        LANCZOS[wx + 1] * data[k + 1] +
        LANCZOS[wx + 2] * data[k + 2] +
        LANCZOS[wx + 3] * data[k + 3] +
        LANCZOS[wx + 4] * data[k + 4] +
        LANCZOS[wx + 5] * data[k + 5];
    } else {
      for (let i = 0; i < 6; i++) line += LANCZOS[wx + i] * data[row + clamp(x0 - 2 + i, width)];
    }
    sum += LANCZOS[wy + j] * line;
  }
  return sum;
}

const clamp = (i: number, length: number): number => (i < 0 ? 0 : i >= length ? length - 1 : i);

import type { Field } from './field.ts';
import type { WarpMap } from './warpMap.ts';
import { addressOf, fieldBy, kernels, take } from './workspace.ts';

const PHASES = 256;
const STRIDE = 8;

/**
 * Lanczos-3 weights for 256 fractions between two samples, six to a fraction and two zeros, each set summing to one. Lanczos
 * keeps the detail that bilinear and Catmull–Rom lose, and a mouth that is softer than its face is the first thing seen.
 */
const LANCZOS = Float32Array.from({ length: (PHASES + 1) * STRIDE }, (_, i) => {
  const x = (i % STRIDE) - 2 - Math.floor(i / STRIDE) / PHASES;
  return i % STRIDE < 6 ? lanczos(x) : 0;
});
for (let phase = 0; phase <= PHASES; phase++) {
  const weights = LANCZOS.subarray(STRIDE * phase, STRIDE * (phase + 1));
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
 * Takes each sample of a plane of the new picture from `source`, displaced by `map` (pixels, on the luma grid of the new
 * box). `to` and `from` say where the new plane and the source plane lie in their pictures; their samples are of one size.
 * Edges are held. Planes whose samples are larger than a pixel are interpolated bilinearly: they are soft anyway.
 */
export function resample(
  source: Field,
  from: PlaneFrame,
  map: WarpMap,
  to: PlaneFrame,
  { width, height }: { readonly width: number; readonly height: number },
): Field {
  return fieldBy(width, height, (out) => {
    const taken = [addressOf(source.data), source.width, source.height] as const;
    const [dx, dy] = [addressOf(map.dx.data), addressOf(map.dy.data)];
    const [offX, offY] = [to.left - from.left, to.top - from.top];
    if (to.stepX * to.stepY === 1) {
      kernels.warpSharp(...taken, dx, dy, out, width, height, offX, offY, addressOf(LANCZOS), take(48));
    } else {
      const made = [map.dx.width, map.dx.height, out, width, height] as const;
      kernels.warpSmooth(...taken, dx, dy, ...made, to.stepX, to.stepY, offX, offY);
    }
  });
}

import { ramp } from './curve.ts';
import { hash } from './noise.ts';
import type { PerformerLook } from './performers.ts';

/** An out-of-focus wall with a few soft lamps, linear light, three numbers a pixel. */
export function backdrop(look: PerformerLook, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height * 3);
  const lamps = Array.from({ length: 9 }, (_, i) => ({
    x: hash(i, 1, 5) * 1.2 - 0.1,
    y: hash(i, 2, 5) * 0.75,
    r: 0.05 + 0.07 * hash(i, 3, 5),
    glow: 0.05 + 0.12 * hash(i, 4, 5),
  }));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const shelf =
        0.75 + 0.25 * ramp(0.35, 0.65, Math.abs(((u * 2.3 + 0.2) % 1) - 0.5) * 2) - 0.18 * ramp(0.55, 0.8, v);
      const blend = ramp(-0.1, 1.1, u * 0.8 + v * 0.35);
      const glow = lamps.reduce(
        (sum, lamp) =>
          sum +
          lamp.glow * ramp(lamp.r, lamp.r * 0.55, Math.hypot(u - lamp.x, ((v - lamp.y) * height) / width)),
        0,
      );
      for (let c = 0; c < 3; c++) {
        const wall = look.wall[0][c] + (look.wall[1][c] - look.wall[0][c]) * blend;
        out[(y * width + x) * 3 + c] = wall * shelf + glow * [1, 0.8, 0.55][c];
      }
    }
  }
  return out;
}

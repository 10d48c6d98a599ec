import { bell, clamp, curve, mix, ramp } from './curve.ts';
import { CROWN_Y, type HeadSurface } from './headForm.ts';
import { gridPart, MATERIAL, type Part } from './mesh.ts';
import { noiseTile } from './noise.ts';
import type { PerformerLook } from './performers.ts';

/** Height of the hairline over the angle from the front, radians. */
const hairline = curve([
  [0, 6.9],
  [0.35, 6.7],
  [0.62, 5.7],
  [0.85, 4.1],
  [1.02, 2.0],
  [1.16, 0.2],
  [1.28, -1.2],
  [1.42, 0.2],
  [1.7, 0.6],
  [2.1, -5],
  [3.2, -6.5],
]);
const clumps = noiseTile(8, 4, 71);

/** The hair of one person. */
export function hairParts(look: PerformerLook, surface: HeadSurface): Part[] {
  const cap = capPart(look, surface);
  return look.hairStyle === 'long' ? [cap, curtain(-1), curtain(1)] : [cap];
}

/** Where the hair begins at an angle and how far it stands off the skull above it. */
function capPart(look: PerformerLook, surface: HeadSurface): Part {
  const long = look.hairStyle === 'long';
  return gridPart({ bond: 'skull', material: MATERIAL.hair }, 56, 160, (v, u) => {
    const angle = (u - 0.5) * 2 * Math.PI;
    const line = hairline(Math.abs(angle)) + 0.2 * clumps.at(u * 2048, 3);
    const y = mix(line, CROWN_Y, Math.pow(v, 1.15));
    const [x, , z] = surface.point(angle, y);
    const parting = long ? bell(x - 2.2, 0.35) * ramp(5, 8, y) : 0;
    const lift =
      ramp(0, long ? 0.3 : 0.22, v) * (long ? 1.35 : 1.0) +
      (long ? 0 : 0.45 * bell(angle, 0.9) * ramp(0.05, 0.3, v));
    const off = 0.06 + lift * (1 + 0.5 * clumps.at(u * 700 + y * 6, y * 14)) - 0.5 * parting * lift;
    const away = [x, y - 2, z + 1];
    const reach = 1 + off / Math.hypot(...away);
    const strand: readonly [number, number] = long
      ? [v * 16 + 0.25 * angle, angle * 5]
      : [angle * 7 + 0.25 * y, y];
    return {
      point: [away[0] * reach, away[1] * reach + 2, away[2] * reach - 1],
      place: strand,
      traits: [clamp(v * (long ? 5 : 8), 0, 1), (0.55 + 0.45 * ramp(0, 0.25, v)) * (1 - 0.6 * parting)],
    };
  });
}

/** Hair that falls from the parting over one ear to the collarbone. */
function curtain(side: number): Part {
  return gridPart({ bond: 'skull', material: MATERIAL.hair }, 64, 64, (v, u) => {
    const y = mix(8.5, -14.6 + 1.2 * u + 1.6 * clumps.at(u * 900, 50), v);
    const front = mix(mix(0.72, 1.28, ramp(8, 2, y)), 1.02, ramp(-3, -13, y));
    const angle = mix(front, Math.PI, u);
    const wave = 0.28 * Math.sin(y * 0.75 + u * 5 + side) * ramp(2, -6, y);
    const top = ramp(3, 8.5, y);
    const full = clamp(1 - bell(u, 0.05) * 0.06, 0, 1);
    const half = (mix(8.35, 7.1, top) + 0.35 * bell(y + 6, 4) - 0.9 * ramp(-10, -15.5, y) + wave) * full;
    const clump = 0.25 * clumps.at(u * 420, y * 5);
    const x = side * (half + clump) * Math.sin(angle);
    const z = -0.6 + (mix(9.2, 8.4, top) + clump) * Math.cos(angle) * (Math.cos(angle) > 0 ? 0.95 : 1.1);
    const inner = 0.45 + 0.55 * ramp(0, 0.12, u);
    return {
      point: [x, y, z],
      place: [side * u * 17 + 3 + 0.3 * wave, y],
      traits: [1, inner],
    };
  });
}

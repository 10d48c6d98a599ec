import { eyeAngle } from './measure.ts';

/** A square of the picture, turned by `angle` radians clockwise, in picture pixels. */
export interface Region {
  readonly centreX: number;
  readonly centreY: number;
  readonly size: number;
  readonly angle: number;
}

/** How much larger than the mesh the networks want their square. */
const MARGIN = 1.5;

/** The square that the mesh networks want round a face: eyes level, 1.5 × the longer side of the mesh. */
export function regionOf(points: Float32Array): Region {
  const angle = eyeAngle(points);
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 3) {
    const u = cosine * points[at] + sine * points[at + 1];
    const v = cosine * points[at + 1] - sine * points[at];
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  return {
    centreX: cosine * u - sine * v,
    centreY: sine * u + cosine * v,
    size: MARGIN * Math.max(maxU - minU, maxV - minV),
    angle,
  };
}

/** The same square, larger or smaller. */
export const scaled = (region: Region, factor: number): Region => ({ ...region, size: region.size * factor });

/** Points of a network that saw the region at `inputSize` pixels → picture pixels; z is scaled alike. */
export function toPicture(points: Float32Array, region: Region, inputSize: number): Float32Array {
  const scale = region.size / inputSize;
  const cosine = Math.cos(region.angle) * scale;
  const sine = Math.sin(region.angle) * scale;
  const result = new Float32Array(points.length);
  for (let at = 0; at < points.length; at += 3) {
    const u = points[at] - inputSize / 2;
    const v = points[at + 1] - inputSize / 2;
    result[at] = region.centreX + cosine * u - sine * v;
    result[at + 1] = region.centreY + sine * u + cosine * v;
    result[at + 2] = points[at + 2] * scale;
  }
  return result;
}

/** Half of the last step is expected again: less lags behind a moving head, more overshoots when it stops. */
const PERSISTENCE = 0.5;

/** Where a face is likely to be next, given where it was in the last two frames. */
export function anticipate(before: Region, last: Region): Region {
  const carry = (from: number, to: number): number => to + PERSISTENCE * (to - from);
  return {
    centreX: carry(before.centreX, last.centreX),
    centreY: carry(before.centreY, last.centreY),
    size: Math.exp(carry(Math.log(before.size), Math.log(last.size))),
    angle: last.angle + PERSISTENCE * turnBetween(before.angle, last.angle),
  };
}

/**
 * Whether a face lies so differently in its square that the networks should look again, closer. Chosen on two
 * clips: tighter limits cost passes and bring the mesh no closer to an independent one.
 */
export function hasMoved(from: Region, to: Region, tolerance = 1): boolean {
  const shift = Math.hypot(to.centreX - from.centreX, to.centreY - from.centreY) / from.size;
  const growth = Math.abs(Math.log(to.size / from.size));
  const turn = Math.abs(turnBetween(from.angle, to.angle));
  return shift > 0.02 * tolerance || growth > 0.03 * tolerance || turn > 0.035 * tolerance;
}

/** The smaller turn from one angle to another, -π..π. */
const turnBetween = (from: number, to: number): number =>
  Math.atan2(Math.sin(to - from), Math.cos(to - from));

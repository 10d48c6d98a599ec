import { bell, mix } from './curve.ts';
import { EYE_DISTANCE, SEAM_Y, type HeadSurface } from './headForm.ts';
import type { MouthShape } from './mouthShape.ts';
import type { HeadForm } from './performers.ts';

/** The jaw turns about this line (x axis) when the mouth opens. */
const HINGE = { y: -1.5, z: 1.2 } as const;
/** How far the jaw turns at jaw = 1, in radians. */
const JAW_SWING = 0.3;

/** Where a point of the jaw comes to lie when it is dropped: dy and dz for a given height and depth. */
export function jawShift(jaw: number, y: number, z: number): readonly [number, number] {
  const swing = jaw * JAW_SWING;
  return [-(z - HINGE.z) * swing, (y - HINGE.y) * swing * 0.5];
}

/** The lips of one head with one mouth shape, as a surface over column and depth. */
export interface Lips {
  /**
   * A point of the lips. `across` is cos and `up` is sin of the column's angle round the mouth (up > 0 is the upper
   * lip); `t` runs from 1 at the border of the red over 0 at the line where lips meet to -1 deep inside.
   */
  point(across: number, up: number, t: number): readonly [number, number, number];
}

/** Shapes a pair of lips. */
export function shapeLips(form: HeadForm, surface: HeadSurface, mouth: MouthShape): Lips {
  const { round, press, bite, width } = mouth;
  const halfWidth =
    form.mouthWidth * (1 + 0.16 * width) * (1 - 0.36 * round) * (1 - 0.04 * mouth.aperture * 4);
  const gap = mouth.aperture * EYE_DISTANCE;
  const lift = gap * (0.2 + 0.3 * mouth.raise) + 0.25 * mouth.raise + 0.12 * bite;
  const drop = gap - lift;
  const lens = mix(1.15, 0.9, Math.min(1, round + gap * 0.12));
  const cornerY = -0.42 * drop * (1 - 0.4 * round) + 0.14 * width;
  const jaw = jawShift(mouth.jaw, SEAM_Y, 9);

  const depths = new Map<number, number>();
  const depthAt = (across: number): number => {
    const known = depths.get(across);
    if (known !== undefined) return known;
    const depth = surface.point(surface.angleAt(halfWidth * across, SEAM_Y), SEAM_Y)[2];
    depths.set(across, depth);
    return depth;
  };

  return {
    point(across, up, t) {
      const upper = up >= 0;
      const s = Math.abs(up);
      const x0 = halfWidth * across;
      const opening = Math.pow(s, upper ? lens : lens * 0.8);
      const seam = SEAM_Y + seamLine(across) + cornerY * Math.pow(Math.abs(across), 3) * (1 - s * 0.5);
      const meet = seam + (upper ? lift : -drop) * opening;
      const thin = (1 - 0.42 * press) * (1 - 0.1 * Math.min(1, gap)) * mix(1, upper ? 1.05 : 0.95, round);
      const red = upper
        ? upperHeight(across, s) * form.upperLip * thin
        : -lowerHeight(s) * form.lowerLip * thin * (1 - 0.45 * bite);
      const x = x0 * (t < 0 ? 1 + 0.08 * t : 1 + 0.015 * t);
      const y = t >= 0 ? meet + red * t : meet + (upper ? -0.55 : 0.62) * t * Math.min(1, s * 2);
      const base = depthAt(across);
      const forward = round * (0.3 + 0.6 * s);
      const follow = upper ? 0 : jaw[1] * 0.8;
      const tuck = upper ? 0 : -0.45 * bite * s * bell(t - 0.1, 0.7);
      const full =
        lipProfile(t) *
        Math.pow(s, 0.6) *
        (upper ? 0.52 * form.upperLip : 0.68 * form.lowerLip) *
        (1 - 0.4 * press);
      const corner = -0.22 * (1 - Math.pow(s, 0.8));
      return [x, y, base + full + corner + forward + follow * opening + tuck + (t < 0 ? 1.1 * t : 0)];
    },
  };
}

const seamLine = (across: number): number =>
  -0.06 * bell(across, 0.16) + 0.04 * bell(Math.abs(across) - 0.38, 0.2) + 0.13 * Math.abs(across) ** 3;

function upperHeight(across: number, s: number): number {
  const bow = 0.13 * bell(Math.abs(across) - 0.2, 0.16) - 0.1 * bell(across, 0.1);
  return (0.58 * Math.pow(s, 1.1) + bow * s) * 1.02;
}

const lowerHeight = (s: number): number => Math.pow(s, 0.8);

/** Fullness of a lip from its inner edge (t = 0) to its border (t = 1): steep inside, running out smoothly. */
function lipProfile(t: number): number {
  if (t <= 0) return 0.35;
  return 0.35 * (1 - t) + 1.5 * Math.pow(t, 0.62) * Math.pow(1 - t, 1.05);
}

import { bell, clamp, curve, ramp } from './curve.ts';
import type { HeadForm } from './performers.ts';

/** Outer eye corners are this far apart on every head, in centimetres: the unit "eye distance". */
export const EYE_DISTANCE = 9;
/** The height of the line where the lips meet; eyes are at height 0. */
export const SEAM_Y = -7.1;
/** Where the eyeballs are and how large. */
export const EYE = { x: 3.15, y: 0, radius: 1.24 } as const;
/** The lowest point of the head. */
export const CHIN_Y = -11.9;
/** The highest point of the head. */
export const CROWN_Y = 12.2;

const halfWidth = curve([
  [-11.9, 0.3],
  [-11.7, 1.5],
  [-11.2, 2.6],
  [-10.4, 3.6],
  [-9.4, 4.5],
  [-8.2, 5.3],
  [-7, 5.85],
  [-5.5, 6.35],
  [-4, 6.75],
  [-2, 7.05],
  [0, 7.15],
  [2, 7.25],
  [4, 7.35],
  [6, 7.25],
  [8, 6.8],
  [10, 5.6],
  [11.3, 3.9],
  [12, 1.9],
  [12.2, 0.3],
]);
const front = curve([
  [-11.9, 6.9],
  [-11.75, 7.9],
  [-11.3, 8.5],
  [-10.6, 8.75],
  [-9.6, 8.65],
  [-8.4, 8.85],
  [-7, 9.1],
  [-5.5, 9.05],
  [-4, 8.85],
  [-2, 8.75],
  [0, 8.85],
  [1.8, 9.2],
  [3.5, 9.25],
  [5.5, 8.9],
  [7.5, 8],
  [9.5, 6.3],
  [11, 4.1],
  [12, 1.2],
  [12.2, -0.5],
]);
const middle = curve([
  [-11.9, 6.4],
  [-10.5, 4.6],
  [-8.5, 2.2],
  [-6, 0.6],
  [-3, -0.2],
  [4, -0.6],
  [12.2, -1.2],
]);
const back = curve([
  [-11.9, 5.9],
  [-10.5, 2.5],
  [-8.5, -2],
  [-6, -5.5],
  [-2, -8.6],
  [3, -10],
  [8, -9],
  [11, -6],
  [12.2, -2],
]);

const noseHeight = curve([
  [-5.35, 0],
  [-5, 0.22],
  [-4.72, 1.15],
  [-4.35, 2.08],
  [-3.95, 2.3],
  [-3.3, 1.98],
  [-2, 1.42],
  [-0.6, 0.92],
  [0.6, 0.52],
  [1.6, 0.22],
  [2.6, 0],
]);
const noseSpread = curve([
  [-5, 0.95],
  [-4.2, 0.78],
  [-3.2, 0.62],
  [-1.5, 0.6],
  [0.6, 0.58],
  [2, 0.8],
]);

/** Below this height a long chin stretches the jaw. */
const JAW_TOP = SEAM_Y - 1;

/** The bare surface of one head: `point(angle, y)` gives x, y, z in front view, z towards the camera. */
export interface HeadSurface {
  point(angle: number, y: number): readonly [number, number, number];
  /** The angle at which a height has the given x, on the front. */
  angleAt(x: number, y: number): number;
  /** The height of the chin's lowest point. */
  readonly bottom: number;
}

/** The head as cross-sections stacked from chin to crown, with the face's hills and hollows laid on the front. */
export function headSurface(form: HeadForm): HeadSurface {
  const lower = (y: number) => (y < JAW_TOP ? JAW_TOP + (y - JAW_TOP) / (1 + form.chinLength / 3.8) : y);
  const widthAt = (y: number) => halfWidth(y) * form.width * (1 + (form.jawWidth - 1) * ramp(-3, -8, y));
  return {
    bottom: JAW_TOP + (CHIN_Y - JAW_TOP) * (1 + form.chinLength / 3.8),
    point(angle, y) {
      const level = lower(y);
      const side = widthAt(level);
      const x = side * Math.sin(angle);
      const centre = middle(level);
      const facing = Math.cos(angle);
      if (facing <= 0) return [x, y, centre + (centre - back(level)) * facing];
      const bend = 2.25;
      const z = centre + (front(level) - centre) * Math.pow(1 - Math.pow(Math.abs(x) / side, bend), 1 / bend);
      return [x, y, withEyelids(x, y, z + relief(x, level, form) * ramp(0, 0.45, facing), form)];
    },
    angleAt: (x, y) => Math.asin(clamp(x / widthAt(lower(y)), -1, 1)),
  };
}

function relief(x: number, y: number, form: HeadForm): number {
  const a = Math.abs(x);
  const eyes =
    -1.25 * form.socket * bell(a - 3.05, 1.35) * bell(y - 0.1, 0.95) -
    0.38 * bell(a - 1.55, 0.6) * bell(y - 0.2, 0.9);
  const brow =
    form.brow * (0.3 * bell(y - 1.75, 0.75) * bell(a - 2.6, 2) + 0.12 * bell(y - 1.6, 0.8) * bell(a, 1));
  const cheeks =
    form.cheekbone * 0.5 * bell(a - 4.7, 1.6) * bell(y + 2.4, 1.3) +
    0.3 * bell(a - 3.4, 1.5) * bell(y + 5, 1.6);
  const fold =
    -0.13 * form.fold * bell(a - (1.9 + (-4.6 - y) * 0.52), 0.22) * ramp(-4.3, -5, y) * ramp(-7.6, -6.4, y);
  const temples = -0.3 * bell(a - 6.4, 1) * bell(y - 3, 1.6);
  return eyes + brow + cheeks + fold + temples + nose(x, y, form) + muzzle(a, y, form);
}

/** Heights of a plain nose for those of a longer or shorter one. */
export const noseLevel = (y: number, form: HeadForm): number =>
  y < 0 ? y / (1 + (form.noseLength / 4.5) * ramp(-7, -5.2, y)) : y;

function nose(x: number, y: number, form: HeadForm): number {
  const a = Math.abs(x) / form.noseWidth;
  const level = noseLevel(y, form);
  const ridge = noseHeight(level) * form.noseHeight * Math.exp(-Math.pow(a / (noseSpread(level) * 1.12), 2));
  const wings = 1.25 * Math.exp(-Math.pow(Math.abs(a - 1.1) / 0.46, 3)) * bell(level + 4.28, 0.42);
  const nostrils = -0.7 * bell(a - 0.6, 0.26) * bell(level + 4.95, 0.17);
  return Math.max(ridge, wings) + 0.25 * Math.min(ridge, wings) + nostrils;
}

function muzzle(a: number, y: number, form: HeadForm): number {
  const barrel = 0.45 * bell(a, 2.1) * bell(y + 7, 1.4);
  const philtrum =
    (0.06 * bell(a - 0.5, 0.2) - 0.12 * bell(a, 0.26)) * ramp(-6.6, -6.1, y) * ramp(-4.9, -5.4, y);
  const hollow = -0.38 * bell(a, 1.6) * bell(y + 8.95, 0.45);
  const chin = (0.5 + form.chinForward) * bell(a, 1.35) * bell(y + 10.3, 0.85);
  return barrel + philtrum + hollow + chin;
}

/** Lays the lids over the eyeballs: wherever the ball would stand out of the socket, the skin follows it. */
function withEyelids(x: number, y: number, z: number, form: HeadForm): number {
  const [dx, dy] = [Math.abs(x) - EYE.x, y - EYE.y];
  const cover = EYE.radius * form.eyeSize ** 0.5 + 0.1;
  const inside = cover * cover - dx * dx - dy * dy;
  if (inside <= 0) return z;
  const ball = eyeDepth - EYE.radius + Math.sqrt(inside);
  const soft = 0.12;
  const gap = clamp(0.5 + (ball - z) / (2 * soft), 0, 1);
  return z + (ball - z) * gap + soft * gap * (1 - gap);
}

/** How far forward the front of the eyeball reaches. */
const eyeDepth = 7.72;

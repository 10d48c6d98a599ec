import { clamp } from './curve.ts';
import { CHIN_Y, CROWN_Y } from './headForm.ts';
import { jawShift } from './lips.ts';
import type { Figure } from './figure.ts';
import type { HeadPose, Moment } from './mouthShape.ts';

/** The head turns about this point of the neck. */
const PIVOT = [0, -10.5, -1.5] as const;
const CAMERA_DISTANCE = 85;
/** The part of the frame's height that the bare head takes. */
const HEAD_SHARE = 0.59;

/** How space falls on the picture. */
export interface Camera {
  readonly width: number;
  readonly height: number;
}

/** Moves all points of a figure for one moment, in space (camera looks along -z). */
export function poseFigure(figure: Figure, moment: Moment, out: Float32Array): void {
  figure.face.move(moment.mouth, out);
  for (const { part, first, count } of figure.parts) {
    if (part.bond !== 'face') out.set(part.points, first * 3);
    if (part.bond === 'jaw') dropWithJaw(out, first, count, moment.mouth.jaw);
    if (part.bond !== 'body') turn(out, first, count, part.bond === 'neck', moment.head);
  }
}

function dropWithJaw(points: Float32Array, first: number, count: number, jaw: number): void {
  for (let at = first * 3; at < (first + count) * 3; at += 3) {
    const [dy, dz] = jawShift(jaw, points[at + 1], points[at + 2]);
    points[at + 1] += dy;
    points[at + 2] += dz;
  }
}

/** The rotation matrix of a pose, row by row: roll after pitch after yaw. */
export function rotationOf(head: HeadPose): readonly number[] {
  const [cy, sy, cp, sp, cr, sr] = [head.yaw, head.pitch, head.roll].flatMap((a) => [
    Math.cos(a),
    Math.sin(a),
  ]);
  const turned = [cy, 0, sy, sp * sy, cp, -sp * cy, -cp * sy, sp, cp * cy];
  return [
    ...[0, 1, 2].map((i) => cr * turned[i] - sr * turned[3 + i]),
    ...[0, 1, 2].map((i) => sr * turned[i] + cr * turned[3 + i]),
    ...turned.slice(6),
  ];
}

function turn(points: Float32Array, first: number, count: number, isNeck: boolean, head: HeadPose): void {
  const m = rotationOf(head);
  for (let at = first * 3; at < (first + count) * 3; at += 3) {
    const x0 = points[at];
    const y0 = points[at + 1];
    const z0 = points[at + 2];
    const share = isNeck ? clamp((y0 + 17) / 8, 0, 1) : 1;
    const x = x0 - PIVOT[0];
    const y = y0 - PIVOT[1];
    const z = z0 - PIVOT[2];
    points[at] += share * (m[0] * x + m[1] * y + m[2] * z + PIVOT[0] + head.shiftX - x0);
    points[at + 1] += share * (m[3] * x + m[4] * y + m[5] * z + PIVOT[1] + head.shiftY - y0);
    points[at + 2] += share * (m[6] * x + m[7] * y + m[8] * z + PIVOT[2] - z0);
  }
}

/** Picture pixels a centimetre takes at z = 0, times the camera's distance. */
export const focalOf = (camera: Camera): number =>
  (camera.height * HEAD_SHARE * (CAMERA_DISTANCE - 6)) / (CROWN_Y - CHIN_Y);

/** Writes picture x, y and nearness 1 / distance of each point. */
export function project(points: Float32Array, camera: Camera, out: Float32Array): void {
  const focal = focalOf(camera);
  for (let at = 0; at < points.length; at += 3) {
    const near = 1 / (CAMERA_DISTANCE - points[at + 2]);
    out[at] = camera.width / 2 + focal * points[at] * near;
    out[at + 1] = camera.height * 0.5 - focal * (points[at + 1] + 0.9) * near;
    out[at + 2] = near;
  }
}

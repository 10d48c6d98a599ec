import { bell, clamp, mix, ramp } from './curve.ts';
import { CROWN_Y, EYE_DISTANCE, noseLevel, SEAM_Y, type HeadSurface } from './headForm.ts';
import { jawShift, shapeLips, type Lips } from './lips.ts';
import { gridTriangles, MATERIAL, type Part } from './mesh.ts';
import { restMouth, type MouthShape } from './mouthShape.ts';
import type { HeadForm } from './performers.ts';

/** Spokes round the mouth, a multiple of 4; spoke 0 is at the corner on the picture's right. */
export const SPOKES = 192;
/** Depths of the lip rings, from deep inside to the border of the red. */
const LIP_RINGS = [-1, -0.7, -0.4, -0.2, -0.08, 0, 0.05, 0.12, 0.22, 0.36, 0.52, 0.7, 0.86, 1] as const;
const SKIN_RINGS = 74;
/** Rows whose silhouette bounds the visible gap between the lips. */
export const GAP_RINGS = LIP_RINGS.map((t, ring) => ({ t, ring }))
  .filter(({ t }) => t >= -0.4 && t <= 0.36)
  .map(({ ring }) => ring);
/** The row at the border of the red. */
export const BORDER_RING = LIP_RINGS.length - 1;

const ARC = 6.6;
const SIDE_LIMIT = 13.2;

/** The skin from inside the lips to the back of the head, in rings round the mouth. */
export interface FaceMesh {
  readonly part: Part;
  /** Writes the points for a mouth shape into `out`. */
  move(mouth: MouthShape, out: Float32Array): void;
}

/** Builds the face of one person. */
export function faceMesh(form: HeadForm, surface: HeadSurface): FaceMesh {
  const rest = shapeLips(form, surface, restMouth);
  const rows = LIP_RINGS.length + SKIN_RINGS;
  const points = new Float32Array((rows * SPOKES + 1) * 3);
  const fade = new Float32Array(SKIN_RINGS * SPOKES);
  const weights = new Float32Array(SKIN_RINGS * SPOKES);
  writeLips(rest, points);
  for (let spoke = 0; spoke < SPOKES; spoke++) {
    const border = points.subarray((BORDER_RING * SPOKES + spoke) * 3);
    for (let k = 0; k < SKIN_RINGS; k++) {
      const at = k * SPOKES + spoke;
      const [x, y, z] = skinPoint(surface, border, spoke, (k + 1) / SKIN_RINGS);
      points.set([x, y, z], (LIP_RINGS.length * SPOKES + at) * 3);
      const far = Math.hypot(x - border[0], y - border[1], z - border[2]);
      fade[at] = Math.exp(-Math.pow(far / (spokeUp(spoke) >= 0 ? 1.25 : 1.5), 1.6));
      weights[at] = ramp(SEAM_Y + 3.4, SEAM_Y - 2.2, y);
    }
  }
  const part = describe(points, rows, form);
  return {
    part,
    move: (mouth, out) => move({ rest: points, fade, weights }, shapeLips(form, surface, mouth), mouth, out),
  };
}

/** cos of a spoke's angle round the mouth. */
export const spokeAcross = (spoke: number): number => Math.cos((spoke / SPOKES) * 2 * Math.PI);
/** sin of a spoke's angle round the mouth; positive on the upper lip. */
const spokeUp = (spoke: number): number =>
  spoke % (SPOKES / 2) === 0 ? 0 : Math.sin((spoke / SPOKES) * 2 * Math.PI);

function writeLips(lips: Lips, out: Float32Array): void {
  LIP_RINGS.forEach((t, ring) => {
    for (let spoke = 0; spoke < SPOKES; spoke++) {
      out.set(lips.point(spokeAcross(spoke), spokeUp(spoke), t), (ring * SPOKES + spoke) * 3);
    }
  });
  const throat = out.length - 3;
  out.set([0, SEAM_Y - 0.6, 3.6], throat);
}

/** From the lips' border along a spoke to the rim of the face's chart, an arc length and a height. */
function skinPoint(
  surface: HeadSurface,
  border: Float32Array,
  spoke: number,
  part: number,
): readonly [number, number, number] {
  const start = [surface.angleAt(border[0], SEAM_Y) * ARC, border[1]];
  const [dx, dy] = [spokeAcross(spoke) * 0.92, spokeUp(spoke)];
  const reachX = Math.abs(dx) < 1e-6 ? Infinity : SIDE_LIMIT / Math.abs(dx);
  const reachY =
    Math.abs(dy) < 1e-6 ? Infinity : (dy > 0 ? CROWN_Y - SEAM_Y : SEAM_Y - surface.bottom) / Math.abs(dy);
  const reach = Math.min(reachX, reachY);
  const end = [dx * reach, SEAM_Y + dy * reach];
  const along = mix(part, Math.pow(part, 1.6), 0.8);
  const y = clamp(mix(start[1], end[1], along), surface.bottom, CROWN_Y);
  const surfacePoint = surface.point(mix(start[0], end[0], along) / ARC, y);
  const lipEdge = Math.exp(-Math.pow((along * reach) / 0.5, 2));
  const gap = border[2] - surface.point(start[0] / ARC, start[1])[2];
  return [surfacePoint[0], y, surfacePoint[2] + gap * lipEdge];
}

function describe(points: Float32Array, rows: number, form: HeadForm): Part {
  const count = rows * SPOKES + 1;
  const places = new Float32Array(count * 2);
  const traits = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const ring = Math.floor(i / SPOKES);
    const t = LIP_RINGS[ring] ?? 2;
    const [x, y] = [points[i * 3], points[i * 3 + 1]];
    const inLips = ring < LIP_RINGS.length;
    places.set([x, y], i * 2);
    const border = (BORDER_RING * SPOKES + (i % SPOKES)) * 3;
    const red = inLips ? 1 : ramp(0.2, 0, Math.hypot(x - points[border], y - points[border + 1]));
    const open = inLips
      ? clamp(0.12 + 0.88 * ramp(-0.5, 0.14, t), 0, 1)
      : nooks(Math.abs(x), y, noseLevel(y, form));
    traits.set([i === count - 1 ? 1 : red, i === count - 1 ? 0 : open], i * 2);
  }
  const throat = count - 1;
  const fan = Array.from({ length: SPOKES }, (_, s) => [throat, (s + 1) % SPOKES, s]).flat();
  const triangles = Uint32Array.from([...gridTriangles(rows, SPOKES, true), ...fan]);
  return { bond: 'face', material: MATERIAL.face, points: points.slice(), places, traits, triangles };
}

/** How much of the sky a place on the face sees. */
function nooks(a: number, y: number, nose: number): number {
  const dark =
    0.2 * bell(a - 1.6, 0.5) * bell(y - 0.25, 0.7) +
    0.22 * bell(a - 3.1, 1.4) * bell(y - 0.85, 0.35) +
    0.9 * bell(a - 0.6, 0.22) * bell(nose + 4.98, 0.15) +
    0.35 * bell(a, 1.1) * bell(nose + 5.2, 0.2) +
    0.38 * bell(a - 1.66, 0.13) * bell(nose + 4.3, 0.42) +
    0.28 * bell(a, 1.5) * bell(y + 8.6, 0.3) +
    0.2 * bell(a - 2.75, 0.3) * bell(y + 7.15, 0.35) +
    0.35 * ramp(-10.9, -11.9, y);
  return 1 - Math.min(0.95, dark);
}

interface Still {
  readonly rest: Float32Array;
  readonly fade: Float32Array;
  readonly weights: Float32Array;
}

function move(still: Still, lips: Lips, mouth: MouthShape, out: Float32Array): void {
  const { rest, fade, weights } = still;
  writeLips(lips, out);
  const first = LIP_RINGS.length * SPOKES;
  for (let i = 0; i < fade.length; i++) {
    const at = (first + i) * 3;
    const edge = (BORDER_RING * SPOKES + (i % SPOKES)) * 3;
    const [dy, dz] = jawShift(mouth.jaw * weights[i], rest[at + 1], rest[at + 2]);
    const pull = fade[i];
    out[at] = rest[at] * (1 - 0.012 * weights[i] * mouth.jaw) + pull * (out[edge] - rest[edge]);
    out[at + 1] = rest[at + 1] + mix(dy, out[edge + 1] - rest[edge + 1], pull);
    out[at + 2] = rest[at + 2] + mix(dz, out[edge + 2] - rest[edge + 2], pull);
  }
  const throat = rest.length - 3;
  out.set([rest[throat], rest[throat + 1] - mouth.aperture * EYE_DISTANCE * 0.4, rest[throat + 2]], throat);
}

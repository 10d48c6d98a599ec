import type { Spot } from './spot.ts';

const unit = (x: number, y: number, z: number): readonly [number, number, number] => {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
};

/** Direction towards the main lamp. */
export const KEY = unit(-0.5, 0.52, 0.7);
const KEY_COLOUR = [1.75, 1.6, 1.42] as const;
const KEY_HALF = unit(KEY[0], KEY[1], KEY[2] + 1);
const FILL = unit(0.8, 0.08, 0.55);
const FILL_COLOUR = [0.3, 0.35, 0.44] as const;
const FILL_HALF = unit(FILL[0], FILL[1], FILL[2] + 1);
const RIM = unit(0.75, 0.4, -0.5);
const RIM_COLOUR = [1.1, 1.02, 0.95] as const;
const SKY = [0.3, 0.31, 0.33] as const;
const GROUND = [0.2, 0.15, 0.12] as const;
/** How far light creeps into the shade, by colour: red farthest, as in skin. */
const CREEP = [0.42, 0.17, 0.1] as const;

/** Lights a spot and writes linear red, green, blue to `out`. */
export function light(s: Spot, out: Float32Array): void {
  const toKey = s.nx * KEY[0] + s.ny * KEY[1] + s.nz * KEY[2];
  const toFill = Math.max(0, (s.nx * FILL[0] + s.ny * FILL[1] + s.nz * FILL[2] + 0.25) / 1.25);
  const edge = 1 - Math.max(0, s.nz);
  const toRim = Math.max(0, s.nx * RIM[0] + s.ny * RIM[1] + s.nz * RIM[2] + 0.1) * edge * edge;
  const up = 0.5 + 0.5 * s.ny;
  const shine = s.gloss > 0 ? shineOf(s, edge) : 0;
  const open = 0.35 + 0.65 * s.b;
  const dim = 1 - s.key;
  const add = shine + s.glint;
  for (let c = 0; c < 3; c++) {
    const creep = CREEP[c] * s.soft;
    const lit = Math.max(0, (toKey + creep) / (1 + creep));
    const key = KEY_COLOUR[c] * lit * (s.key + dim * creep * 0.45) * open;
    const rest = FILL_COLOUR[c] * toFill + SKY[c] * up + GROUND[c] * (1 - up) + RIM_COLOUR[c] * toRim;
    const colour = c === 0 ? s.red : c === 1 ? s.green : s.blue;
    out[c] = colour * (key + rest * s.b) + add;
  }
}

function shineOf(s: Spot, edge: number): number {
  if (s.strand > 0) return strandShine(s);
  const key = Math.max(0, s.nx * KEY_HALF[0] + s.ny * KEY_HALF[1] + s.nz * KEY_HALF[2]);
  const fill = Math.max(0, s.nx * FILL_HALF[0] + s.ny * FILL_HALF[1] + s.nz * FILL_HALF[2]);
  const fresnel = 1 + 2.2 * edge * edge * edge;
  const k = Math.pow(key, s.tight) * (0.12 + 0.88 * s.key) * 1.5 + Math.pow(fill, s.tight) * 0.3;
  return s.gloss * k * fresnel * s.b;
}

/** Two shifted bands across the strands (Kajiya and Kay, 1989), for strands that run downwards. */
function strandShine(s: Spot): number {
  let tx = -s.nx * s.ny + s.strand * 0.3;
  let ty = 1 - s.ny * s.ny;
  let tz = -s.nz * s.ny;
  const scale = 1 / (Math.sqrt(tx * tx + ty * ty + tz * tz) || 1);
  tx *= scale;
  ty *= scale;
  tz *= scale;
  const along = tx * KEY_HALF[0] + ty * KEY_HALF[1] + tz * KEY_HALF[2] + s.strand * 0.35;
  const across = Math.max(0, 1 - along * along);
  const facing = Math.max(0, s.nx * KEY[0] + s.ny * KEY[1] + s.nz * KEY[2] + 0.25);
  return s.gloss * Math.pow(across, s.tight) * facing * s.key * s.b;
}

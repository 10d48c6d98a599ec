import type { Spot } from './spot.ts';

type Direction = readonly [number, number, number];

const unit = (x: number, y: number, z: number): Direction => {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
};

/** A lamp far away: the direction towards it, and its light. */
interface Lamp {
  readonly towards: Direction;
  readonly half: Direction;
  readonly colour: Direction;
}

/** The lamps of a set, and the light of all that is above and below. */
export interface Lamps {
  readonly key: Lamp;
  readonly fill: Lamp;
  readonly rim: Lamp;
  readonly sky: Direction;
  readonly ground: Direction;
}

const lamp = (towards: Direction, colour: Direction): Lamp => ({
  towards,
  half: unit(towards[0], towards[1], towards[2] + 1),
  colour,
});

/** How sets are lit: `studio` warm from the picture's left, `window` cool from its right, softer and lower. */
export const sets = {
  studio: {
    key: lamp(unit(-0.5, 0.52, 0.7), [1.75, 1.6, 1.42]),
    fill: lamp(unit(0.8, 0.08, 0.55), [0.3, 0.35, 0.44]),
    rim: lamp(unit(0.75, 0.4, -0.5), [1.1, 1.02, 0.95]),
    sky: [0.3, 0.31, 0.33],
    ground: [0.2, 0.15, 0.12],
  },
  window: {
    key: lamp(unit(0.45, 0.36, 0.82), [1.3, 1.36, 1.44]),
    fill: lamp(unit(-0.8, 0.1, 0.6), [0.42, 0.4, 0.36]),
    rim: lamp(unit(-0.7, 0.45, -0.5), [0.8, 0.74, 0.66]),
    sky: [0.36, 0.38, 0.42],
    ground: [0.2, 0.19, 0.18],
  },
} as const satisfies Record<string, Lamps>;

/** The name of a way to light a set. */
export type SetLight = keyof typeof sets;

/** How far light creeps into the shade, by colour: red farthest, as in skin. */
const CREEP = [0.42, 0.17, 0.1] as const;

/** Lights a spot and writes linear red, green, blue to `out`. */
export function light(s: Spot, lamps: Lamps, out: Float32Array): void {
  const { key: main, fill, rim, sky, ground } = lamps;
  const toKey = towards(s, main.towards);
  const toFill = Math.max(0, (towards(s, fill.towards) + 0.25) / 1.25);
  const edge = 1 - Math.max(0, s.nz);
  const toRim = Math.max(0, towards(s, rim.towards) + 0.1) * edge * edge;
  const up = 0.5 + 0.5 * s.ny;
  const shine = s.gloss > 0 ? shineOf(s, lamps, edge) : 0;
  const open = 0.35 + 0.65 * s.b;
  const dim = 1 - s.key;
  const add = shine + s.glint;
  for (let c = 0; c < 3; c++) {
    const creep = CREEP[c] * s.soft;
    const lit = Math.max(0, (toKey + creep) / (1 + creep));
    const key = main.colour[c] * lit * (s.key + dim * creep * 0.45) * open;
    const rest = fill.colour[c] * toFill + sky[c] * up + ground[c] * (1 - up) + rim.colour[c] * toRim;
    const colour = c === 0 ? s.red : c === 1 ? s.green : s.blue;
    out[c] = colour * (key + rest * s.b) + add;
  }
}

const towards = (s: Spot, [x, y, z]: Direction): number => s.nx * x + s.ny * y + s.nz * z;

function shineOf(s: Spot, lamps: Lamps, edge: number): number {
  if (s.strand > 0) return strandShine(s, lamps.key);
  const key = Math.max(0, towards(s, lamps.key.half));
  const fill = Math.max(0, towards(s, lamps.fill.half));
  const fresnel = 1 + 2.2 * edge * edge * edge;
  const k = Math.pow(key, s.tight) * (0.12 + 0.88 * s.key) * 1.5 + Math.pow(fill, s.tight) * 0.3;
  return s.gloss * k * fresnel * s.b;
}

/** Two shifted bands across the strands (Kajiya and Kay, 1989), for strands that run downwards. */
function strandShine(s: Spot, key: Lamp): number {
  let tx = -s.nx * s.ny + s.strand * 0.3;
  let ty = 1 - s.ny * s.ny;
  let tz = -s.nz * s.ny;
  const scale = 1 / (Math.sqrt(tx * tx + ty * ty + tz * tz) || 1);
  tx *= scale;
  ty *= scale;
  tz *= scale;
  const [hx, hy, hz] = key.half;
  const along = tx * hx + ty * hy + tz * hz + s.strand * 0.35;
  const across = Math.max(0, 1 - along * along);
  const facing = Math.max(0, towards(s, key.towards) + 0.25);
  return s.gloss * Math.pow(across, s.tight) * facing * s.key * s.b;
}

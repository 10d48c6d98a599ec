import { thingAt, type Sample, type ThingName, type Tone } from '../lipsync/thingsInFront.ts';

/** What performers wear on their faces all the time. */
export type WornName = 'glasses' | 'wire' | 'sunglasses' | 'hat' | 'fringe' | 'mask';

/** Where a hand or a prop that passes is seen on a face: the middle of what `thingAt` draws, in eye distances from the bridge of the nose. */
export const PASSES = {
  cheek: [0.35, 0.5],
  eye: [0.4, 0.05],
  mouth: [0, 0.85],
} as const satisfies Record<string, readonly [number, number]>;

const NOTHING: Sample = { alpha: 0, tone: [0, 128, 128] };

const step = (t: number): number => {
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
};

/** A lens' edge: 0 on it, negative inside. */
const lens = (u: number, v: number): number => {
  const [x, y] = [(Math.abs(u) - 0.33) / 0.26, (v - 0.05) / 0.19];
  return 0.21 * ((x ** 4 + y ** 4) ** 0.25 - 1);
};

/** Distance from the frame of glasses: two rims, a bridge, two arms that run to the ears. */
function frame(u: number, v: number, thick: number): number {
  const bridge = Math.abs(u) < 0.1 ? Math.abs(v + 0.03 + 2 * u * u) - thick : Infinity;
  const arm = Math.abs(u) > 0.56 ? Math.abs(v + 0.02) - thick : Infinity;
  return Math.min(Math.abs(lens(u, v)) - thick, bridge, arm);
}

interface Worn {
  readonly distance: (u: number, v: number) => number;
  readonly tone: (u: number, v: number) => Tone;
}

const WORN: Readonly<Record<WornName, Worn>> = {
  glasses: { distance: (u, v) => frame(u, v, 0.028), tone: (u) => [34 + 20 * u, 127, 130] },
  wire: { distance: (u, v) => frame(u, v, 0.009), tone: (_, v) => [90 + 60 * v, 124, 131] },
  sunglasses: {
    distance: (u, v) => Math.min(frame(u, v, 0.02), lens(u, v)),
    tone: (_, v) => [30 + 40 * Math.max(0, v), 128, 127],
  },
  hat: { distance: (u, v) => v + 0.33 - 0.12 * u * u, tone: (u) => [60 + 12 * Math.cos(3 * u), 140, 118] },
  fringe: {
    distance: (u, v) => v + 0.24 + 0.1 * u + 0.035 * Math.sin(26 * u) + 0.02 * Math.sin(61 * u + 1),
    tone: (u, v) => [46 + 10 * Math.sin(90 * u + 8 * v), 122, 134],
  },
  mask: {
    distance: (u, v) => Math.max(0.17 + 0.35 * u * u - v, Math.abs(u) - 0.85),
    tone: (u, v) => [178 - 30 * Math.abs(u) + 5 * Math.sin(40 * v), 140, 120],
  },
};

/** All that can be worn. */
export const WEARS = Object.keys(WORN) as readonly WornName[];

/** What of something worn is seen at (u, v), in eye distances from the bridge of the nose; `blur` is the width of its soft edge. */
export function wornAt(name: WornName, u: number, v: number, blur = 0.02): Sample {
  const { distance, tone } = WORN[name];
  const alpha = step(0.5 - distance(u, v) / blur);
  return alpha === 0 ? NOTHING : { alpha, tone: tone(u, v) };
}

/** Something that passes in front of a place of the face, as `thingAt` draws it before a mouth. */
export function passingAt(
  name: ThingName,
  place: keyof typeof PASSES,
  look: Parameters<typeof thingAt>[1],
  u: number,
  v: number,
): Sample {
  const [x, y] = PASSES[place];
  return thingAt(name, look, u - x, v - y);
}

/** How much of the light is left at (u, v) where a hand or a hat's brim casts its shadow on the face. */
export const shadowAt = (u: number, v: number): number =>
  1 - 0.42 * step(0.5 - (v + 0.05 + 0.4 * u + 0.05 * Math.sin(9 * u)) / 0.12);

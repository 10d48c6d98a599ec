/** What may come between a camera and a mouth. */
export type ThingName = 'hand' | 'microphone' | 'cup' | 'spoon' | 'hair' | 'head';

/** Y, Cb, Cr on the scale 0..255. */
export type Tone = readonly [y: number, cb: number, cr: number];

/** What of a thing is seen at one place: how much it covers there (0..1) and in which colour. */
export interface Sample {
  readonly alpha: number;
  readonly tone: Tone;
}

const NOTHING: Sample = { alpha: 0, tone: [0, 128, 128] };

/** How things stand: their distance from the edge at (u, v), inside negative, and their colour there. */
interface Form {
  readonly distance: (u: number, v: number) => number;
  readonly tone: (u: number, v: number, skin: Tone) => Tone;
  /** Where it waits before and after it crosses the mouth, in eye distances from where it stands in front of it. */
  readonly away: readonly [u: number, v: number];
}

const capsule =
  (ax: number, ay: number, bx: number, by: number, radius: number) =>
  (u: number, v: number): number => {
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((u - ax) * dx + (v - ay) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(u - ax - t * dx, v - ay - t * dy) - radius;
  };

const nearest =
  (forms: readonly ((u: number, v: number) => number)[]) =>
  (u: number, v: number): number =>
    Math.min(...forms.map((form) => form(u, v)));

/** Four fingers laid across the mouth, the palm to the right of them. */
const FINGERS = [0, 1, 2, 3].map((i) =>
  capsule(-0.24 + 0.05 * i, -0.28 + 0.17 * i, 0.6, -0.34 + 0.2 * i, 0.078),
);
const HAND = nearest([...FINGERS, capsule(0.75, -0.2, 0.95, 0.7, 0.42)]);

const STRANDS = [-0.33, -0.24, -0.13, -0.04, 0.05, 0.17, 0.3].map(
  (at, i) =>
    (u: number, v: number): number => {
      const way = at + 0.07 * Math.sin(2.3 * v + i) + 0.1 * v;
      return Math.abs(u - way) * 0.95 - (0.007 + 0.004 * (i % 3));
    },
);

const lit = (tone: Tone, gain: number): Tone => [tone[0] * gain, tone[1], tone[2]];

const FORMS: Readonly<Record<ThingName, Form>> = {
  hand: {
    distance: HAND,
    tone: (u, v, [y, cb, cr]) => {
      const round = Math.min(1, Math.max(0, -HAND(u, v) / 0.07));
      const creases = 3 * Math.sin(60 * u + 9 * v) * Math.sin(31 * v);
      return [(y - 6) * (0.74 + 0.26 * Math.sqrt(round)) + creases, cb - 1, cr + 2];
    },
    away: [1.9, 0.2],
  },
  microphone: {
    distance: nearest([capsule(0, 0.14, 0, 0.15, 0.2), capsule(0.02, 0.3, 0.25, 2.6, 0.03)]),
    tone: (u, v) => {
      const mesh = 12 * Math.sin(110 * u) * Math.sin(110 * v);
      return lit([62 + mesh, 129, 127], 1 + 0.5 * Math.exp(-((u + 0.07) ** 2 + (v - 0.05) ** 2) / 0.006));
    },
    away: [-0.5, 1.9],
  },
  cup: {
    distance: (u, v) => Math.max(Math.abs(u) - 0.44, 0.02 - v + 0.05 * Math.cos(3.2 * u), v - 1),
    tone: (u) => lit([206, 126, 129], 0.8 + 0.2 * Math.cos(3 * (u + 0.15))),
    away: [0.3, 1.8],
  },
  spoon: {
    distance: nearest([
      (u, v) => 0.1 * (Math.hypot((u - 0.02) / 0.1, v / 0.15) - 1),
      capsule(0.02, 0.12, 0.7, 1.6, 0.024),
    ]),
    tone: (u, v) => lit([148, 127, 128], 1 + 0.35 * Math.sin(14 * u + 6 * v)),
    away: [0.6, 1.7],
  },
  hair: {
    distance: nearest(STRANDS),
    tone: (_, v) => [44 + 10 * Math.sin(5 * v), 122, 134],
    away: [-1.4, 0],
  },
  head: {
    distance: (u, v) => Math.hypot((u + 1.35) / 1.25, (v - 0.1) / 1.6) * 1.25 - 1.25,
    tone: (u, v) => [38 + 9 * Math.sin(70 * u + 20 * v), 124, 132],
    away: [-1.6, 0],
  },
};

/** All things that can be drawn. */
export const THINGS = Object.keys(FORMS) as readonly ThingName[];

/**
 * A thing that crosses a mouth: it comes at `time` 0.05..0.35, stays with a slight sway, and is gone at 0.95. (u, v) are eye
 * distances from the middle of the mouth, `blur` the width of its soft edge in the same unit.
 */
export function thingAt(
  name: ThingName,
  { time, skin, blur = 0.02 }: { readonly time: number; readonly skin: Tone; readonly blur?: number },
  u: number,
  v: number,
): Sample {
  const form = FORMS[name];
  const off = 1 - step((time - 0.05) / 0.3) * (1 - step((time - 0.65) / 0.3));
  if (off >= 1) return NOTHING;
  const x = u - form.away[0] * off - 0.02 * Math.sin(19 * time);
  const y = v - form.away[1] * off - 0.015 * Math.cos(23 * time);
  const alpha = step(0.5 - form.distance(x, y) / blur);
  return alpha === 0 ? NOTHING : { alpha, tone: form.tone(x, y, skin) };
}

function step(t: number): number {
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
}

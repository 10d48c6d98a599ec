import {
  blankField,
  blur,
  combine,
  eachPlane,
  feathered,
  type Field,
  type Fields,
  hullOf,
  inLight,
  learnSlowLight,
  times,
  type UsualFace,
} from '@mondwerk/compositing';
import { BROWS, EYES, LIP_EDGE, NOSTRILS, OUTLINE } from './facePoints.ts';

/** What a usual face would look like if all of it were skin, cell by cell of its grid. */
export interface BareSkin {
  readonly skin: Fields;
  /** How unlike skin each cell is: about 0 on skin in light and shade, 1 and more on hair, cloth, metal. */
  readonly foreign: Field;
  /** What is no skin and yet the face's own (1), else 0: brows, eyes, lips and nostrils, one by one. */
  readonly parts: readonly Field[];
  /** All of these and what is between eyes and brows (1), else 0. */
  readonly features: Field;
  /** The face (1), else 0. */
  readonly inside: Field;
}

/** Places where a face shows its skin as a rule: forehead, cheeks, nose, chin. */
const PLACES: readonly (readonly number[])[] = [
  [151, 9, 108, 337],
  [50, 101, 118],
  [280, 330, 347],
  [195, 5, 4],
  [200, 199],
];

/** Half the width of such a place, in cells. */
const HALF = 3;

/** Chroma of skin in white light, in steps from grey: more red than blue, whoever's it is. */
const RUDDY = 7;

/** How far chroma of one skin may lie from another place of it, in steps. */
const ONE_SKIN = 7;

/** Skin in shade keeps so much of its luma; what is darker, or brighter than the other, is something else. */
const SHADE = { darkest: 0.5, brightest: 1.5 } as const;

/** How far chroma may be from skin in its light, in steps. */
const CHROMA = 8;

/** What is so unlike the middle of a face's skin has no say in how light falls on it. */
const DOUBTFUL = 1.6;

const BLACK = 16;

/** Learns what the skin of a usual face is like; `undefined` where no place of it looks like skin, as in films without colour. */
export function learnBareSkin({ face, grid, mean, known }: UsualFace): BareSkin | undefined {
  const { mesh, eyeDistance } = face;
  const area = (points: readonly number[], grown: number): Field =>
    feathered(hullOf(mesh, points), grid, -grown * eyeDistance, 0.01 * eyeDistance);
  const inside = combine(area(OUTLINE, -0.01), known, (i, k) => (i > 0.5 && k > 0.5 ? 1 : 0));
  const parts = [
    ...BROWS.map((points) => area(points, 0.03)),
    ...EYES.map((points) => area(points, 0.04)),
    area(LIP_EDGE, 0.04),
    area(NOSTRILS, 0.03),
  ];
  const features = [...parts, ...EYES.map((points, side) => area([...points, ...BROWS[side]], 0.05))].reduce(
    (all, one) => combine(all, one, (a, b) => (a > 0.5 || b > 0.5 ? 1 : 0)),
  );
  const colour = skinColour(mean, (point) => [mesh[2 * point] - grid.left, mesh[2 * point + 1] - grid.top]);
  if (colour === undefined) return undefined;
  const flat = eachPlane((k) => combine(known, known, () => colour[k]));
  const judged = combine(
    combine(inside, features, (i, f) => i * (1 - f)),
    foreignTo(mean, flat),
    (j, f) => (f < DOUBTFUL ? j : 0),
  );
  let skin = inLight(flat, learnSlowLight(mean, flat, judged));
  for (let round = 0; round < ROUNDS; round++) skin = inShade(skin, mean, judged);
  return { skin, foreign: foreignTo(mean, skin), parts, features, inside };
}

/** A face turns out of the light over so many cells; hair and cloth begin at once. */
const SLOW = 5;
const ROUNDS = 4;

/** The skin in the shade that lies on the cells which look like it, and on those next to them. */
function inShade(skin: Fields, seen: Fields, judged: Field): Fields {
  const foreign = foreignTo(seen, skin);
  const shows = combine(judged, foreign, (j, f) => j * Math.min(1, Math.max(0, 2.5 - 2.5 * f)));
  const weight = blur(shows, SLOW);
  const near = (field: Field, usual: number): Field =>
    combine(blur(times(field, shows), SLOW), weight, (sum, w) => (sum + 0.02 * usual) / (w + 0.02));
  const gain = near(
    combine(seen[0], skin[0], (a, b) => (a - BLACK) / Math.max(8, b - BLACK)),
    1,
  );
  const hued = (k: 1 | 2): Field => {
    const lit = combine(skin[k], gain, (value, g) => 128 + g * (value - 128));
    const off = near(
      combine(seen[k], lit, (a, b) => a - b),
      0,
    );
    return combine(lit, off, (value, o) => value + Math.min(MIXED, Math.max(-MIXED, o)));
  };
  return [combine(skin[0], gain, (value, g) => BLACK + g * (value - BLACK)), hued(1), hued(2)];
}

/** How far the hue of light may be another from one side of a face to the other, in steps of chroma. */
const MIXED = 4;

/** The middle colour of those places that look like one skin. */
function skinColour(
  mean: Fields,
  at: (point: number) => readonly [number, number],
): readonly number[] | undefined {
  const { width, height } = mean[0];
  const colours = PLACES.map((points) =>
    mean.map(({ data }) =>
      middle(
        points.flatMap((point) => {
          const [x, y] = at(point).map(Math.round);
          const values: number[] = [];
          for (let j = Math.max(0, y - HALF); j <= Math.min(height - 1, y + HALF); j++)
            for (let i = Math.max(0, x - HALF); i <= Math.min(width - 1, x + HALF); i++)
              values.push(data[j * width + i]);
          return values;
        }),
      ),
    ),
  ).filter(([, cb, cr]) => cr - cb > RUDDY && cr > 128);
  if (colours.length === 0) return undefined;
  const near = (a: readonly number[], b: readonly number[]): boolean =>
    Math.hypot(a[1] - b[1], a[2] - b[2]) < ONE_SKIN;
  const groups = colours.map((a) => colours.filter((b) => near(a, b)));
  const largest = groups.reduce((a, b) => (b.length > a.length ? b : a));
  return [0, 1, 2].map((k) => middle(largest.map((colour) => colour[k])));
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Shade takes luma and chroma in one measure, so what keeps its hue and is not too dark is skin. */
function foreignTo(seen: Fields, skin: Fields): Field {
  const { width, height } = seen[0];
  const out = blankField(width, height);
  for (let i = 0; i < out.data.length; i++) {
    const gain = (seen[0].data[i] - BLACK) / Math.max(8, skin[0].data[i] - BLACK);
    const lit = Math.min(1.2, Math.max(0.3, gain));
    const hue = Math.hypot(
      seen[1].data[i] - 128 - lit * (skin[1].data[i] - 128),
      seen[2].data[i] - 128 - lit * (skin[2].data[i] - 128),
    );
    const luma = gain < 1 ? (1 - gain) / (1 - SHADE.darkest) : (gain - 1) / (SHADE.brightest - 1);
    out.data[i] = Math.hypot(luma, hue / CHROMA);
  }
  return out;
}

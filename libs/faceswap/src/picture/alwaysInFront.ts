import {
  blankField,
  blur,
  combine,
  type Field,
  type Fields,
  shareOf,
  type UsualFace,
} from '@mondwerk/compositing';
import { type BareSkin, learnBareSkin } from './bareSkin.ts';
import { findGlasses } from './glasses.ts';
import { reachedFrom } from './reachedFrom.ts';

/** What is found in front of a face in all of a shot. */
export type Worn = 'hair or hat' | 'glasses' | 'mask or veil';

/** What the replaced performer has in front of their face in all of a shot, on the grid of their usual face. */
export interface AlwaysInFront {
  /** 1 where it surely is, soft as far as it may be elsewhere in a frame. */
  readonly cover: Field;
  /** The face's skin, as if nothing were in front. */
  readonly skin: Fields;
  /** Brows, eyes, lips and nostrils (1), and what is between eyes and brows where no rims run: there skin says nothing of what is behind; else 0. */
  readonly features: Field;
  readonly worn: readonly Worn[];
}

/** So unlike skin must a cell be to be something else; below the eyes, where a face turns out of the light, the second. */
const FOREIGN = { above: 1.1, below: 1.3 } as const;

/** How far what is worn moves against the face, in cells. */
const MOVES = { glasses: 1.2, 'hair or hat': 2.5, 'mask or veil': 1.5 } as const;

/** Hair and hats come from the edge of the face, not more than so many cells inside it. */
const EDGE = 4;

/** Less of the region than this (0..1) is not worth keeping: the soft edge of a new face covers it. */
const LEAST = { glasses: 0.002, 'hair or hat': 0.01, 'mask or veil': 0.02 } as const;

/** Share of what is round a brow, an eye, lips or nostrils that must be hidden for these to be hidden too. */
const HIDES = 0.8;

/** Points that lie on the tip of the nose, and at the outer corner of an eye. */
const NOSE_TIP = [4, 5, 1] as const;
const EYE_CORNER = 33;

/** Finds glasses, fringes, hats and masks that a usual face shows; `undefined` where nothing is always in front or it cannot be told. */
export function findAlwaysInFront(usual: UsualFace): AlwaysInFront | undefined {
  const bare = learnBareSkin(usual);
  if (bare === undefined) return undefined;
  const { width, height } = usual.grid;
  const foreign = foreignOf(usual, bare);
  const glasses = findGlasses(usual, bare, foreign) ?? blankField(width, height);
  const open = combine(
    combine(foreign, bare.features, (f, e) => (e > 0 ? 0 : f)),
    blur(glasses, 2),
    (f, g) => (g > 0.05 ? 0 : f),
  );
  const mask = hidesNose(usual, foreign) ? reachedFrom(foreign, noseOf(usual)) : blankField(width, height);
  const found: readonly { readonly worn: Worn; readonly cover: Field }[] = [
    { worn: 'glasses', cover: glasses },
    {
      worn: 'hair or hat',
      cover: withParts(hangingIn(usual, bare, open), foreign, bare),
    },
    { worn: 'mask or veil', cover: withParts(mask, foreign, bare) },
  ];
  const region = usual.region.mask(usual.face, usual.grid);
  const kept = found.filter(({ worn, cover }) => shareOf(cover, region) > LEAST[worn]);
  if (kept.length === 0) return undefined;
  return {
    cover: kept
      .map(({ worn, cover }) => softened(cover, bare.inside, MOVES[worn]))
      .reduce((a, b) => combine(a, b, Math.max)),
    skin: bare.skin,
    features: combine(
      combine(bare.features, blur(glasses, 2), (f, g) => (g > 0.02 ? 0 : f)),
      bare.parts.reduce((a, b) => combine(a, b, Math.max)),
      Math.max,
    ),
    worn: kept.map(({ worn }) => worn),
  };
}

/** A cover with soft edges, but not along the edge of the face, beyond which it goes on. */
const softened = (cover: Field, inside: Field, reach: number): Field =>
  combine(blur(cover, reach), blur(inside, reach), (c, i) => (i > 0.02 ? Math.min(1, c / i) : 0));

/** What hangs into a face from its edge above the eyes. */
function hangingIn({ face, grid }: UsualFace, { inside }: BareSkin, open: Field): Field {
  const eyes = face.mesh[2 * EYE_CORNER + 1] - grid.top;
  const near = blur(inside, EDGE);
  const edge = blankField(grid.width, grid.height);
  edge.data.forEach((_, i) => {
    if (inside.data[i] > 0 && near.data[i] < 0.9 && i / grid.width < eyes) edge.data[i] = 1;
  });
  return reachedFrom(open, edge);
}

function noseOf({ face, grid }: UsualFace): Field {
  const out = blankField(grid.width, grid.height);
  for (const p of NOSE_TIP) {
    const [x, y] = [face.mesh[2 * p] - grid.left, face.mesh[2 * p + 1] - grid.top].map(Math.round);
    for (let j = y - 2; j <= y + 2; j++)
      for (let i = x - 2; i <= x + 2; i++) out.data[j * grid.width + i] = 1;
  }
  return out;
}

const hidesNose = (usual: UsualFace, foreign: Field): boolean => shareOf(foreign, noseOf(usual)) > 0.7;

/** 1 where a usual face shows what is no skin, else 0. */
function foreignOf({ face, grid }: UsualFace, { foreign, inside }: BareSkin): Field {
  const eyes = (face.mesh[2 * 33 + 1] + face.mesh[2 * 263 + 1]) / 2 - grid.top;
  const out = blankField(grid.width, grid.height);
  foreign.data.forEach((value, i) => {
    const enough = i / grid.width < eyes ? FOREIGN.above : FOREIGN.below;
    if (inside.data[i] > 0 && value > enough) out.data[i] = 1;
  });
  return out;
}

/** What hides nearly all that is round a part of a face hides the part. */
function withParts(cover: Field, foreign: Field, { parts, inside }: BareSkin): Field {
  const own = parts.reduce((a, b) => combine(a, b, Math.max));
  const around = combine(combine(cover, foreign, Math.max), own, (c, o) => (o > 0.5 ? 0 : c));
  return parts
    .filter((part) => {
      const ring = combine(
        combine(blur(part, 2), inside, (near, i) => (near > 0.03 ? i : 0)),
        own,
        (r, o) => (o > 0.5 ? 0 : r),
      );
      return shareOf(around, ring) > HIDES && shareOf(cover, ring) > 0.3;
    })
    .reduce((all, part) => combine(all, part, (c, p) => (p > 0.5 ? 1 : c)), cover);
}

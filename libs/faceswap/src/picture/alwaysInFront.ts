import { blankField, blur, combine, type Field, type Fields, type UsualFace } from '@mondwerk/compositing';
import { type BareSkin, learnBareSkin } from './bareSkin.ts';
import { findGlasses } from './glasses.ts';
import { shareIn } from './shareIn.ts';

/** What is found in front of a face in all of a shot. */
export type Worn = 'hair or hat' | 'glasses' | 'mask or veil';

/** What the replaced performer has in front of their face in all of a shot, on the grid of their usual face. */
export interface AlwaysInFront {
  /** 1 where it is. */
  readonly cover: Field;
  /** The face's skin, as if nothing were in front. */
  readonly skin: Fields;
  readonly worn: readonly Worn[];
}

/** So unlike skin must a cell be to be something else; between brow and eye, where there is shade and paint, the second. */
const FOREIGN = 1.1;

/** Hair and hats come from the edge of the face, not more than so many cells inside it. */
const EDGE = 4;

/** Less of the region than this (0..1) is not worth keeping: the soft edge of a new face covers it. */
const LEAST = 0.004;

/** Share of a feature's neighbourhood that must be hidden for the feature to be hidden too. */
const FILLED = 0.5;

/** Points that lie on the tip of the nose, and where a nose ends. */
const NOSE_TIP = [4, 5, 1] as const;
const NOSE_BASE = 2;

/** Finds glasses, fringes, hats and masks that a usual face shows; `undefined` where nothing is always in front or it cannot be told. */
export function findAlwaysInFront(usual: UsualFace): AlwaysInFront | undefined {
  const bare = learnBareSkin(usual);
  if (bare === undefined) return undefined;
  const { width, height } = usual.grid;
  const foreign = combine(bare.foreign, bare.inside, (f, i) => (f > FOREIGN && i > 0 ? 1 : 0));
  const open = combine(foreign, bare.features, (f, e) => (e > 0 ? 0 : f));
  const found: { readonly worn: Worn; readonly cover: Field }[] = [
    { worn: 'hair or hat', cover: reachedFrom(open, edgeAboveNose(usual, bare)) },
    {
      worn: 'mask or veil',
      cover: hidesNose(usual, foreign) ? reachedFrom(foreign, noseOf(usual)) : blankField(width, height),
    },
  ];
  const glasses = findGlasses(usual, bare);
  if (glasses !== undefined) found.push({ worn: 'glasses', cover: glasses });
  const region = usual.region.mask(usual.face, usual.grid);
  const kept = found
    .map(({ worn, cover }) => ({
      worn,
      cover: worn === 'glasses' ? cover : withFeatures(cover, bare.features),
    }))
    .filter(({ cover }) => shareIn(cover, region) > LEAST);
  if (kept.length === 0) return undefined;
  return {
    cover: kept.map(({ cover }) => cover).reduce((a, b) => combine(a, b, Math.max)),
    skin: bare.skin,
    worn: kept.map(({ worn }) => worn),
  };
}

/** Cells of a mask that hang together with a seed. */
function reachedFrom({ width, height, data }: Field, seeds: Field): Field {
  const out = blankField(width, height);
  const cells: number[] = [];
  data.forEach((value, i) => {
    if (value > 0 && seeds.data[i] > 0) cells.push(i);
  });
  for (const i of cells) out.data[i] = 1;
  for (let k = 0; k < cells.length; k++) {
    const i = cells[k];
    for (const j of [i % width > 0 ? i - 1 : i, i % width < width - 1 ? i + 1 : i, i - width, i + width]) {
      if (j < 0 || j >= data.length || out.data[j] > 0 || data[j] === 0) continue;
      out.data[j] = 1;
      cells.push(j);
    }
  }
  return out;
}

/** The edge of the face from the crown down to where the nose ends. */
function edgeAboveNose({ face, grid }: UsualFace, { inside }: BareSkin): Field {
  const last = face.mesh[2 * NOSE_BASE + 1] - grid.top;
  const { width } = grid;
  return combine(
    blur(inside, EDGE),
    combine(inside, inside, (i) => i),
    (near, i) => (i > 0 && near < 0.93 ? 1 : 0),
  ).data.reduce(
    (seeds, value, i) => {
      seeds.data[i] = Math.floor(i / width) < last ? value : 0;
      return seeds;
    },
    blankField(grid.width, grid.height),
  );
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

const hidesNose = (usual: UsualFace, foreign: Field): boolean => shareIn(foreign, noseOf(usual)) > 0.7;

/** What hides most of what is round a feature hides the feature. */
function withFeatures(cover: Field, features: Field): Field {
  const skin = combine(features, features, (f) => 1 - f);
  const near = combine(
    blur(
      combine(cover, skin, (c, s) => c * s),
      3,
    ),
    blur(skin, 3),
    (c, s) => (s > 0.02 ? c / s : 0),
  );
  const hidden = combine(near, features, (n, f) => (f > 0 && n > FILLED ? 1 : 0));
  return combine(cover, hidden, Math.max);
}

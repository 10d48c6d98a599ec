import type { Box } from '@mondwerk/film';
import {
  blur,
  coarseGridOf,
  colourOf,
  combine,
  type DrawnMask,
  type Field,
  type Fields,
  findInFront,
  fineCover,
  type FlatMesh,
  type InFront,
  inLight,
  insideOf,
  learnSlowLight,
  ownApart,
  placesIn,
  readAt,
  shrinkAll,
} from '@mondwerk/compositing';
import type { AlwaysInFront } from './alwaysInFront.ts';
import type { KnownFace } from './knownFace.ts';

/** A frame's face that is to be replaced, what is known of it, and what people drew over it. */
export interface ReplacedFace {
  readonly box: Box;
  readonly seen: FlatMesh;
  readonly eyeDistance: number;
  readonly known?: KnownFace;
  readonly masks?: readonly DrawnMask[];
}

/**
 * Finds what stays in front of a replaced face: what is worn in all of the shot, and hands, props and hair that pass;
 * `undefined` where the whole new face may show.
 */
export function findInFrontOfFace(seen: Fields, { known, ...face }: ReplacedFace): InFront | undefined {
  const always = known?.always && findWorn(seen, face, { ...known, always: known.always });
  return findInFront(seen, { ...face, usual: known?.usual, always });
}

/** What is worn, carried to where this frame's face is, and followed to its edges by its colour here. */
function findWorn(seen: Fields, face: ReplacedFace, { usual, always }: WornOn): Field {
  const { box, seen: mesh, eyeDistance } = face;
  const [{ width, height }] = seen;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const small = shrinkAll(seen, grid.width, grid.height);
  const placed = { mesh, eyeDistance };
  const { read } = readAt(
    [always.cover, always.features, usual.known, ...always.skin, ...usual.mean],
    usual.grid,
    placesIn(placed, grid, usual.face, usual.region.points),
  );
  const field = (k: number): Field => ({ width: grid.width, height: grid.height, data: read[k] });
  const inside = insideOf(usual.region, placed, grid);
  const judged = combine(field(2), inside, (k, i) => (k > 0.99 && i > 0.5 ? 1 : 0));
  const light = learnSlowLight(small, [field(6), field(7), field(8)], judged);
  const expected = inLight([field(3), field(4), field(5)], light);
  const colour = colourOf(small, surelyWorn(small, expected, field(0)));
  const known = combine(inside, field(1), (i, f) => (f > 0.1 ? 0 : i));
  const cover = ownIn(small, goingOn(small, field(0), colour, inside), colour, field(1));
  return fineCover(seen, { cover, colour }, { expected, known });
}

type WornOn = KnownFace & { readonly always: AlwaysInFront };

/** From so much cover on a cell has a say in what colour the thing is, the more the less it looks like skin. */
const SURE = 0.6;
const UNLIKE = 40;

function surelyWorn(seen: Fields, skin: Fields, cover: Field): Field {
  const out = combine(cover, cover, (c) => (c > SURE ? c : 0));
  out.data.forEach((c, i) => {
    if (c === 0) return;
    const apart = Math.hypot(
      ...[0, 1, 2].map((k) => (k === 0 ? 1 : 2) * (seen[k].data[i] - skin[k].data[i])),
    );
    out.data[i] = c * Math.min(1, apart / UNLIKE) ** 2;
  });
  return out;
}

/** Beyond the face a thing goes on as far as its colour does; in each round it is known a little farther. */
function goingOn(seen: Fields, cover: Field, near: Fields, inside: Field): Field {
  const out = combine(cover, inside, (c, i) => (i > 0.5 ? c : 0));
  for (let round = 0; round < GOES_ON; round++) {
    const colour = round === 0 ? near : colourOf(seen, out);
    out.data.forEach((_, i) => {
      if (inside.data[i] > 0.5 || colour[0].data[i] < 0) return;
      if (ownApart(seen, colour, i) < 1.5) out.data[i] = 1;
    });
  }
  return blur(out, 1.2);
}

const GOES_ON = 3;

/** Where a face has brows and lids, a thing is what has its colour, not what is no skin. */
function ownIn(seen: Fields, cover: Field, colour: Fields, features: Field): Field {
  const out = combine(cover, cover, (c) => c);
  features.data.forEach((feature, i) => {
    if (feature <= 0.1 || out.data[i] < 0.05 || colour[0].data[i] < 0) return;
    const own = ownApart(seen, colour, i);
    if (own < 1) out.data[i] = Math.max(out.data[i], 0.95);
    else if (own > 2) out.data[i] *= 0.4;
  });
  return out;
}

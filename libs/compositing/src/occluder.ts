import { blankField, blur, combine, type Field } from './field.ts';
import type { Fields } from './planes.ts';
import type { Strangeness } from './strangeness.ts';
import { alongLines, findPatch, growPatch } from './thingPatch.ts';

/** How far from where a thing was found its colour is believed to be the same, in cells. */
const NEAR = 5;

/** How far colours of one thing are apart, on the 0..255 scale. */
const OWN = { luma: 22, chroma: 4 } as const;

/** Up to here a face looks like itself, in usual spreads. */
const FAMILIAR = 1.2;

/** What lies amid a thing is seen within so many cells. */
const INNER = 3;

const ROUNDS = 3;

/** What stands in front of a face, on its coarse grid. */
export interface Occluder {
  /** 1 where the thing is, 0 where it is not, soft between. */
  readonly cover: Field;
  /** The thing's own colour; negative luma where it is far. */
  readonly colour: Fields;
}

/**
 * Finds hands, microphones, cups, hair: what is too strange to be the face, and next to it whatever looks more like that thing
 * than like the face. `undefined` where nothing is in front.
 */
export function findOccluder(seen: Fields, strangeness: Strangeness): Occluder | undefined {
  const { distance, outside } = strangeness;
  let patch = findPatch(distance, { outside });
  if (patch === undefined) return undefined;
  const strange = alongLines(distance);
  for (let round = 0; round < ROUNDS; round++) {
    const before = patch;
    const like = likeness(seen, before, strange, strangeness.known);
    patch = growPatch(
      combine(like, before, (l, p) => l + 0.3 * p),
      0.7,
      0.5,
      outside,
    );
    if (patch === undefined) return undefined;
  }
  return { cover: blur(patch, 1.2), colour: colourOf(seen, patch) };
}

/** 1 where a cell looks like the thing next to it, 0 where it looks like the face. */
function likeness(seen: Fields, patch: Field, strange: Field, known: Field): Field {
  const colour = colourOf(seen, patch);
  const round = blur(patch, INNER);
  const out = blankField(known.width, known.height);
  for (let i = 0; i < out.data.length; i++) {
    if (colour[0].data[i] < 0) continue;
    const own = ownApart(seen, colour, i);
    // Beyond the known face only the colour can tell.
    if (known.data[i] === 0) out.data[i] = own < 1 ? 1 - 0.5 * own : 0;
    else {
      const face = Math.max(0, strange.data[i] - FAMILIAR);
      out.data[i] = (face * face) / (face * face + 0.6 * own * own + 0.25);
      // Whatever is of the thing's colour and lies amid it belongs to it, even where the face might look like that.
      if (own < 1.2 && round.data[i] > 0.3) out.data[i] += 1.5 * (round.data[i] - 0.3);
    }
  }
  return out;
}

/** How far a cell is from a thing's colour there: up to 1 it is likely to belong to it. */
export const ownApart = (seen: Fields, colour: Fields, i: number): number =>
  Math.hypot(
    (seen[0].data[i] - colour[0].data[i]) / OWN.luma,
    (seen[1].data[i] - colour[1].data[i]) / OWN.chroma,
    (seen[2].data[i] - colour[2].data[i]) / OWN.chroma,
  );

/** The mean colour of what is in a patch nearby; −1 where the patch is far. */
export function colourOf(seen: Fields, patch: Field): Fields {
  const weight = blur(patch, NEAR);
  const mean = (field: Field): Field =>
    combine(
      blur(
        combine(field, patch, (v, p) => v * p),
        NEAR,
      ),
      weight,
      (s, w) => (w > 0.01 ? s / w : -1),
    );
  return [mean(seen[0]), mean(seen[1]), mean(seen[2])];
}

/** How much of a region, on the same grid, a thing covers (0..1). */
export function shareOf(cover: Field, region: Field): number {
  let [covered, whole] = [0, 0];
  for (let i = 0; i < region.data.length; i++) {
    covered += cover.data[i] * region.data[i];
    whole += region.data[i];
  }
  return whole === 0 ? 0 : covered / whole;
}

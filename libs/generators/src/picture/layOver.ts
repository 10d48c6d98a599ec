import {
  applyLight,
  BLACK,
  coarseGridOf,
  combine,
  eachPlane,
  fieldsOf,
  inWorkspace,
  learnLight,
  partOfLight,
  pictureOf,
  plusTimes,
  shrink,
  shrinkAll,
  times,
  type Field,
  type Fields,
} from '@mondwerk/compositing';
import type { Box, ColourTags, Picture } from '@mondwerk/film';

/** How far light is compared round a place, in cells of the coarse grid. */
const SPREAD = 12;

/** What is laid over a plate, and how. */
export interface Laid {
  readonly planes: Fields;
  /** 0..1, a cell for each pixel. */
  readonly mask: Field;
  /** How far its light and colour are drawn to the plate’s, 0..1. */
  readonly light: number;
  readonly eyeDistance: number;
}

/** A plate over which generated planes are laid inside their mask; outside it every sample is the plate’s. */
export function layOver(plate: Picture, box: Box, colour: ColourTags, laid: Laid): Picture {
  return inWorkspace(() => {
    const under = fieldsOf(plate);
    const over = laid.light > 0 ? inPlatesLight(under, box, colour, laid) : laid.planes;
    const mixed = eachPlane((i) => {
      const { width, height } = under[i];
      const mask = i === 0 ? laid.mask : shrink(laid.mask, width, height);
      return plusTimes(under[i], times(plusTimes(over[i], under[i], -1), mask), 1);
    });
    return pictureOf(mixed, plate);
  });
}

function inPlatesLight(under: Fields, box: Box, colour: ColourTags, laid: Laid): Fields {
  const { left, top } = box;
  const grid = coarseGridOf(
    { left, top, width: laid.mask.width, height: laid.mask.height },
    laid.eyeDistance,
  );
  const sized = (planes: Fields): Fields => shrinkAll(planes, grid.width, grid.height);
  const inside = shrink(laid.mask, grid.width, grid.height);
  const skin = combine(inside, inside, (value) => (value > 0.6 ? 1 : 0));
  const black = colour.range === 'pc' ? BLACK.full : BLACK.limited;
  const match = learnLight(sized(under), sized(laid.planes), skin, SPREAD, black);
  return applyLight(laid.planes, partOfLight(match, laid.light));
}

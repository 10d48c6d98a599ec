import type { Box, Picture } from '@mondwerk/film';
import { combine, enlarge, type Field, plusTimes, shrink, times } from './field.ts';
import type { InFront } from './inFront.ts';
import { carried, eachPlane, type Fields } from './planes.ts';
import type { WarpMap } from './warpMap.ts';

/** Things in front, for each plane. */
export interface Things {
  /** Where they are: 1 where the frame stays. */
  readonly cover: Fields;
  /** Where they are or would be carried to with the face: nothing of the bent frame may show there. */
  readonly near: Fields;
}

/** Prepares what is in front of a frame's mouth or face for laying it over a new one; `map` carries the frame itself. */
export function thingsOf(
  { cover, still }: InFront,
  { planes }: Pick<Picture, 'planes'>,
  { box, map }: { readonly box: Box; readonly map: WarpMap },
): Things {
  const bent = carried(cover, map, box);
  const either = combine(cover, bent, (c, b) => Math.min(1, Math.max(c, b)));
  const near = combine(either, still, Math.max);
  const onPlanes = (field: Field): Fields =>
    eachPlane((i) => (i === 0 ? field : shrink(field, planes[i].width, planes[i].height)));
  return { cover: onPlanes(cover), near: onPlanes(near) };
}

/** Planes in which `other` shows as far as `share` says. */
export const mix = (planes: Fields, other: Fields, share: Fields): Fields =>
  eachPlane((i) => plusTimes(planes[i], times(plusTimes(other[i], planes[i], -1), share[i]), 1));

/** The ground with what is new behind things, so that no band of the blend carries their colours over their edge. */
export const behindThings = (ground: Fields, fresh: Fields, { cover, near }: Things, mask: Field): Fields =>
  mix(
    ground,
    fresh,
    eachPlane((i) => {
      const { width, height } = ground[i];
      const inside = times(near[i], enlarge(mask, width, height));
      return combine(cover[i], inside, Math.max);
    }),
  );

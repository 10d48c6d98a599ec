import { enlarge, type Field } from './field.ts';
import { eachPlane, type Fields } from './planes.ts';
import { pyramidBlend } from './pyramidBlend.ts';

/** Lays planes over others inside a mask on a coarse grid; the coarsest band of the blend is a tenth of the eye distance wide. */
export function blendPlanes(under: Fields, over: Fields, mask: Field, eyeDistance: number): Fields {
  const bands = Math.max(3, Math.round(Math.log2(eyeDistance / 10)));
  return eachPlane((i) =>
    pyramidBlend(
      under[i],
      over[i],
      enlarge(mask, under[i].width, under[i].height),
      i === 0 ? bands : bands - 1,
    ),
  );
}

import { blankField, blur, combine, enlarge, shrink, type Field } from './field.ts';
import { eachPlane, type Fields } from './planes.ts';

/** How a source's light must change to sit in the frame: luma by a gain, chroma by an offset, both slow over the face. */
export interface LightMatch {
  readonly gain: Field;
  readonly offsets: readonly [Field, Field];
}

/**
 * Learns the match from the skin round the lips, where frame and source show the same thing. All fields are on the
 * coarse grid; `skin` is 1 where skin may be compared; `spread` is in cells.
 */
export function learnLight(under: Fields, over: Fields, skin: Field, spread: number): LightMatch {
  const weight = blur(skin, spread);
  const average = (field: Field): Field =>
    blur(
      combine(field, skin, (v, s) => v * s),
      spread,
    );
  const [underY, overY] = [average(under[0]), average(over[0])];
  const gain = blankField(skin.width, skin.height);
  for (let i = 0; i < gain.data.length; i++) {
    const steady = 16 * (weight.data[i] + 0.002);
    gain.data[i] = Math.min(1.5, Math.max(0.65, (underY.data[i] + steady) / (overY.data[i] + steady)));
  }
  const offset = (plane: 1 | 2): Field => {
    const difference = combine(average(under[plane]), average(over[plane]), (a, b) => a - b);
    return combine(difference, weight, (d, w) => Math.min(24, Math.max(-24, d / (w + 0.01))));
  };
  return { gain, offsets: [offset(1), offset(2)] };
}

/** Applies a match to the planes of a box at full size. */
export function applyLight(planes: Fields, match: LightMatch): Fields {
  const [y, u, v] = planes;
  const gain = enlarge(match.gain, y.width, y.height);
  const shift = (plane: Field, offset: Field): Field =>
    combine(plane, enlarge(offset, plane.width, plane.height), (value, d) => value + d);
  return [combine(y, gain, (value, g) => value * g), shift(u, match.offsets[0]), shift(v, match.offsets[1])];
}

/** All three planes on one coarse grid. */
export function shrinkAll(planes: Fields, width: number, height: number): Fields {
  return eachPlane((i) => {
    const larger = planes[i].width >= width && planes[i].height >= height;
    return larger ? shrink(planes[i], width, height) : enlarge(planes[i], width, height);
  });
}

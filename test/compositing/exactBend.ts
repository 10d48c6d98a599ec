import type { ThinPlate } from '../../libs/compositing/src/thinPlate.ts';

/** A thin plate's displacement at (x, y), straight from its definition. */
export function exactBend({ points, weights }: ThinPlate, x: number, y: number): [number, number] {
  const count = points.length / 2;
  const axis = (w: Float64Array): number => {
    let sum = w[count] + w[count + 1] * x + w[count + 2] * y;
    for (let i = 0; i < count; i++) {
      const squared = (x - points[2 * i]) ** 2 + (y - points[2 * i + 1]) ** 2;
      if (squared > 0) sum += w[i] * squared * Math.log(squared);
    }
    return sum;
  };
  return [axis(weights[0]), axis(weights[1])];
}

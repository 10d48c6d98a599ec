import { blankField, type Field } from '@mondwerk/compositing';

/** Cells of a mask (above 0) that hang together, side by side, with a seed (above 0): 1, else 0. */
export function reachedFrom({ width, height, data }: Field, seeds: Field): Field {
  const out = blankField(width, height);
  const cells: number[] = [];
  const take = (i: number): void => {
    if (i < 0 || i >= data.length || out.data[i] > 0 || data[i] === 0) return;
    out.data[i] = 1;
    cells.push(i);
  };
  seeds.data.forEach((seed, i) => {
    if (seed > 0) take(i);
  });
  for (let k = 0; k < cells.length; k++) {
    const i = cells[k];
    if (i % width > 0) take(i - 1);
    if (i % width < width - 1) take(i + 1);
    take(i - width);
    take(i + width);
  }
  return out;
}

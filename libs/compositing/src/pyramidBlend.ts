import { plusTimes, times, type Field } from './field.ts';
import { addressOf, fieldBy, kernels, take } from './workspace.ts';

/** Levels of fewer samples than this are not halved. */
const SMALLEST = 8;

/**
 * Lays `over` on `under` inside a soft mask (0..1), each band of detail with a feather of its own width, so that
 * neither a seam nor a ghost shows (Burt & Adelson 1983). The pyramid is linear, so one of the difference is enough.
 */
export function pyramidBlend(under: Field, over: Field, mask: Field, levels: number): Field {
  const difference = plusTimes(over, under, -1);
  return isCoarsest(difference, levels)
    ? plusTimes(under, times(difference, mask), 1)
    : unfold(difference, mask, levels, under);
}

const blendLevel = (difference: Field, mask: Field, levels: number): Field =>
  isCoarsest(difference, levels) ? times(difference, mask) : unfold(difference, mask, levels);

const isCoarsest = ({ width, height }: Field, levels: number): boolean =>
  levels === 0 || Math.min(width, height) < SMALLEST;

/** A level of the blend from those below it, laid on `under` where there is one. */
function unfold(difference: Field, mask: Field, levels: number, under?: Field): Field {
  const { width, height } = difference;
  return fieldBy(width, height, (out) => {
    const coarse = halve(difference);
    const blended = blendLevel(coarse, halve(mask), levels - 1);
    kernels.unfold(
      addressOf(difference.data),
      addressOf(mask.data),
      under === undefined ? 0 : addressOf(under.data),
      ...([addressOf(coarse.data), addressOf(blended.data), out, width, height, take(24 * width)] as const),
    );
  });
}

/** Half the size, after a blur by (1 4 6 4 1)/16 each way; edges are mirrored. */
export const halve = ({ width, height, data }: Field): Field =>
  fieldBy((width + 1) >> 1, (height + 1) >> 1, (out) =>
    kernels.halve(addressOf(data), width, height, out, take(4 * width)),
  );

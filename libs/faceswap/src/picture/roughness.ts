import { median } from '@mondwerk/film';
import { blankField, blur, type CoarseGrid, combine, type Field, shrink, times } from '@mondwerk/compositing';

/** Cells over which roughness is averaged. */
const SPREAD = 1.2;

/** What is added to luma above black, so that deep shade is not rough for its noise. */
const DIM = 12;

/** Of the face, down to here from the bridge of the nose (0) to the chin (1), no beard grows. */
const UPPER = 0.3;

/**
 * How rough a face is in each cell, as a multiple of what is usual on its own upper face: hair is rougher than skin, whatever
 * the light. `luma` is at full size, `down` as `faceAxis` tells it, `skin` 1 where skin may be judged; 0 where there is none.
 */
export function roughnessOf(luma: Field, grid: CoarseGrid, down: Field, skin: Field, black: number): Field {
  const [mean, square] = [luma, times(luma, luma)].map((field) => shrink(field, grid.width, grid.height));
  const rough = blur(
    combine(mean, square, (m, s) => Math.sqrt(Math.max(0, s - m * m)) / (Math.max(0, m - black) + DIM)),
    SPREAD,
  );
  const upper = [...rough.data.keys()].filter((i) => skin.data[i] > 0.5 && down.data[i] < UPPER);
  const usual = median(upper.map((i) => rough.data[i]));
  return usual === 0 ? blankField(grid.width, grid.height) : combine(rough, rough, (r) => r / usual);
}

import { quantile } from '@mondwerk/film';
import {
  blankField,
  blur,
  type CoarseGrid,
  combine,
  type Field,
  type FlatMesh,
  shrink,
  smoothStep,
  times,
} from '@mondwerk/compositing';
import { faceAxis } from './faceAxis.ts';

/** How many times rougher than the upper face its beard is: it is doubted from the first on, and sure from the second. */
const ROUGH = [1.1, 1.6] as const;

/** Beards grow from here down, along the face from the bridge of the nose (0) to the chin (1). */
const BEGINS = [0.3, 0.45] as const;

/** Cells over which roughness is averaged. */
const SPREAD = 1.2;

/** What is added to luma above black, so that deep shade is not rough for its noise. */
const DIM = 12;

/**
 * Where a face is bearded (1) by how rough it is against its own forehead and cheeks, else 0: of a beard nothing can be
 * learned about light and skin. `luma` is at full size, `skin` 1 where skin may be judged.
 */
export function beardMask(luma: Field, mesh: FlatMesh, grid: CoarseGrid, skin: Field, black: number): Field {
  const [mean, square] = [luma, times(luma, luma)].map((field) => shrink(field, grid.width, grid.height));
  const rough = blur(
    combine(mean, square, (m, s) => Math.sqrt(Math.max(0, s - m * m)) / (Math.max(0, m - black) + DIM)),
    SPREAD,
  );
  const down = faceAxis(mesh, grid);
  const upper = [...rough.data.keys()].filter((i) => skin.data[i] > 0.5 && down.data[i] < BEGINS[0]);
  const usual = quantile(
    upper.map((i) => rough.data[i]),
    0.5,
  );
  if (usual === 0) return blankField(grid.width, grid.height);
  return combine(
    rough,
    down,
    (r, d) =>
      smoothStep((r / usual - ROUGH[0]) / (ROUGH[1] - ROUGH[0])) *
      smoothStep((d - BEGINS[0]) / (BEGINS[1] - BEGINS[0])),
  );
}

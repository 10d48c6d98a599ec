/** Points (x, y) of a mesh of 468, in picture pixels. */
export type FlatMesh = Float32Array;

/** A coarse grid over a box, fine enough for whatever changes slowly: masks, light, what is in front. */
export interface CoarseGrid {
  readonly left: number;
  readonly top: number;
  /** Pixels in one cell. */
  readonly cell: number;
  readonly width: number;
  readonly height: number;
}

/** Cells across one eye distance; a face smaller than that has one cell a pixel. */
const CELLS = 64;

/** The coarse grid of a box for a face of this eye distance in pixels. */
export function coarseGridOf(
  box: { left: number; top: number; width: number; height: number },
  eyeDistance: number,
): CoarseGrid {
  const cell = Math.max(1, eyeDistance / CELLS);
  return {
    left: box.left,
    top: box.top,
    cell,
    width: Math.max(1, Math.round(box.width / cell)),
    height: Math.max(1, Math.round(box.height / cell)),
  };
}

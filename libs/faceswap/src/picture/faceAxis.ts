import { blankField, type CoarseGrid, type Field, type FlatMesh } from '@mondwerk/compositing';

/** The bridge of the nose and the chin. */
const [BRIDGE, CHIN] = [168, 152];

/** How far down its face each cell lies: 0 at the bridge of the nose, 1 at the chin. */
export function faceAxis(mesh: FlatMesh, { left, top, cell, width, height }: CoarseGrid): Field {
  const [[fromX, fromY], [toX, toY]] = [BRIDGE, CHIN].map((p) => [mesh[2 * p], mesh[2 * p + 1]]);
  const [downX, downY] = [toX - fromX, toY - fromY];
  const length = downX * downX + downY * downY;
  const out = blankField(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const [v, first] = [top + (y + 0.5) * cell - fromY, left + 0.5 * cell - fromX];
    for (let x = 0; x < width; x++, i++) out.data[i] = ((first + x * cell) * downX + v * downY) / length;
  }
  return out;
}

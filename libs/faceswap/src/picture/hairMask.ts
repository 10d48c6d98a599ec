import {
  blankField,
  blur,
  type CoarseGrid,
  combine,
  feathered,
  type Field,
  type Fields,
  type FlatMesh,
  hullOf,
  smoothStep,
} from '@mondwerk/compositing';
import { BROWS, EYES, NOSE } from './facePoints.ts';

/** Differences of luma and chroma, in the same light, of which one alone or both together make hair out of skin. */
const OTHER = { luma: 40, chroma: 16 } as const;

/** From this much difference on a place is doubted, and from there on, over as much again, given up. */
const DOUBT = 0.6;

/** So many times rougher than the face's upper part, the new face shows strands of hair: doubted from the first on, given up from the second. */
const STRANDS = [1, 1.6] as const;

/** Features with so much skin round them are never given up, in eye distances. */
const ROUND = 0.1;

/** How far down the face, from the bridge of the nose (0) to the chin (1), hair hangs into it; what is lower may be a beard. */
const LOWEST = [0.35, 0.55] as const;

/**
 * Where forehead and temples show the same in the frame and in the new face (1), and where one of them shows hair (0): there
 * the frame stays, whose hair it is or whose skin. `near` is the new face in the frame's light, `rough` how rough it is
 * (`roughnessOf`), `down` how far down the face lie cells (`faceAxis`).
 */
export function hairMask(
  mesh: FlatMesh,
  grid: CoarseGrid,
  eyeDistance: number,
  { under, near, rough, down }: { under: Fields; near: Fields; rough: Field; down: Field },
): Field {
  const inner = [...BROWS, ...EYES, [...BROWS.flatMap((brow) => brow.slice(2, 5)), ...NOSE, 50, 280]]
    .map((points) => feathered(hullOf(mesh, points), grid, -ROUND * eyeDistance, 0.05 * eyeDistance))
    .reduce((all, one) => combine(all, one, Math.max));
  const kept = blankField(grid.width, grid.height);
  for (let i = 0; i < kept.data.length; i++) {
    const above = 1 - smoothStep((down.data[i] - LOWEST[0]) / (LOWEST[1] - LOWEST[0]));
    const off = [0, 1, 2].map((k) => under[k].data[i] - near[k].data[i]);
    const other = Math.abs(off[0]) / OTHER.luma + Math.hypot(off[1], off[2]) / OTHER.chroma;
    const strands = smoothStep((rough.data[i] - STRANDS[0]) / (STRANDS[1] - STRANDS[0]));
    kept.data[i] = 1 - above * Math.max(strands, smoothStep((other - DOUBT) / DOUBT));
  }
  return combine(blur(kept, SOFT), inner, (k, i) => k + (1 - k) * i);
}

/** Cells over which what is kept goes over into what is given up. */
const SOFT = 1;

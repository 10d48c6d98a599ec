import type { Box } from '@mondwerk/film';
import {
  applyLight,
  BLACK,
  blendPlanes,
  type CoarseGrid,
  coarseGridOf,
  combine,
  detailOf,
  dissolvePlanes,
  enlarge,
  type Field,
  type Fields,
  type FlatMesh,
  learnLight,
  matchDetail,
  partOf,
  type PictureSource,
  shrinkAll,
  withPartOf,
} from '@mondwerk/compositing';
import { partOfBox } from './faceBox.ts';
import { eyeRegion, faceMask, mouthRegion, partsOf } from './faceMask.ts';
import { BROWS, EYE_POINTS, EYE_REGIONS, EYES, LIP_EDGE, MOUTH_POINTS, MOUTH_REGION } from './facePoints.ts';
import type { FaceTask } from './faceTask.ts';
import { fitSource, type FittedSource } from './fitSource.ts';
import { FACE_POINTS, warpSource } from './warpFace.ts';

/** Shapes smaller than this, in eye distances, are never mixed from two sources. */
const DISSOLVE_SPREAD = 0.03;

/** Eye distances over which the light of a part is averaged. */
const LIGHT_SPREAD = 0.12;

/** A part of a face that may come from frames of its own. */
interface FacePart {
  readonly sources: readonly PictureSource[];
  /** What carries it, where it lies, and what in it is no skin. */
  readonly points: readonly number[];
  readonly region: readonly number[];
  readonly features: readonly (readonly number[])[];
  readonly mask: (grid: CoarseGrid) => Field;
}

/** The shown performer's face as it comes to lie inside a box, put together from its sources in their own light. */
export function putTogether(task: FaceTask, laid: FlatMesh, inner: Box): Fields {
  const { eyeDistance, mouths, eyes } = task;
  const parts: readonly FacePart[] = [
    {
      ...{ sources: mouths, points: MOUTH_POINTS, region: MOUTH_REGION, features: [LIP_EDGE] },
      mask: (grid) => mouthRegion(laid, grid, eyeDistance),
    },
    ...([0, 1] as const).map((side): FacePart => ({
      ...{
        sources: eyes,
        points: EYE_POINTS[side],
        region: EYE_REGIONS[side],
        features: [BROWS[side], EYES[side]],
      },
      mask: (grid) => eyeRegion(laid, side, grid, eyeDistance),
    })),
  ];
  const face = warpAll(task, task.faces, FACE_POINTS, laid, inner);
  return parts.reduce(
    (whole, part) => (part.sources.length === 0 ? whole : withPart(task, whole, part, laid, inner)),
    face,
  );
}

/** A face with one part from frames of its own, in the light of the face. */
function withPart(task: FaceTask, whole: Fields, part: FacePart, laid: FlatMesh, inner: Box): Fields {
  const { eyeDistance, plate } = task;
  const box = partOfBox(laid, part.region, 0.1 * eyeDistance, inner, plate);
  const under = partOf(whole, inner, box, plate.format);
  const over = warpAll(task, part.sources, part.points, laid, box);
  const [{ width, height }] = under;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const mask = part.mask(grid);
  const features = partsOf(laid, part.features, grid, eyeDistance);
  const skin = combine(mask, features, (m, f) => (m > 0.05 ? 1 - f : 0));
  const [smallUnder, smallOver] = [under, over].map((fields) => shrinkAll(fields, grid.width, grid.height));
  const black = task.fullRange === true ? BLACK.full : BLACK.limited;
  const light = learnLight(smallUnder, smallOver, skin, (LIGHT_SPREAD * eyeDistance) / grid.cell, black);
  const laidIn = blendPlanes(under, applyLight(over, light), mask, eyeDistance);
  return withPartOf(whole, inner, box, plate.format, laidIn);
}

/** All sources of a face or a part, warped and dissolved into one. */
function warpAll(
  { eyeDistance }: FaceTask,
  sources: readonly PictureSource[],
  points: readonly number[],
  laid: FlatMesh,
  box: Box,
): Fields {
  const sets = sources.map((source, i): Fields => {
    const fitted = fitSource(source, laid);
    const warped = warpSource(fitted, laid, points, box, eyeDistance);
    // All detail comes from the first.
    return i > 0 ? warped : [restored(warped[0], fitted, laid, box, eyeDistance), warped[1], warped[2]];
  });
  const weights = sources.map(({ weight }) => weight);
  return dissolvePlanes(sets, weights, DISSOLVE_SPREAD * eyeDistance);
}

/** Luma with the fine detail that it had before it was warped. */
function restored(luma: Field, fitted: FittedSource, laid: FlatMesh, box: Box, eyeDistance: number): Field {
  const faceIn = (mesh: FlatMesh, { left, top }: Box, { width, height }: Field): Field =>
    enlarge(
      faceMask(mesh, coarseGridOf({ left, top, width, height }, eyeDistance), eyeDistance),
      width,
      height,
    );
  const { planes, source } = fitted;
  const had = detailOf(planes[0], faceIn(source.mesh, source.box, planes[0]));
  return matchDetail(luma, had, faceIn(laid, box, luma));
}

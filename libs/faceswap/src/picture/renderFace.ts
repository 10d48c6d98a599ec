import type { Box } from '@mondwerk/film';
import {
  applyLight,
  BLACK,
  blankField,
  coarseGridOf,
  combine,
  detailOf,
  dissolvePlanes,
  eachPlane,
  enlarge,
  feathered,
  type Field,
  type Fields,
  fieldsOf,
  type FlatMesh,
  hullOf,
  inWorkspace,
  layMasks,
  learnLight,
  likenDetail,
  matchDetail,
  partOf,
  partOfLight,
  pictureOf,
  type PictureSource,
  plusTimes,
  pyramidBlend,
  shrink,
  shrinkAll,
  times,
  USUAL_PICTURE,
  warpPlanes,
  withPartOf,
} from '@mondwerk/compositing';
import { partOfBox, REACH } from './faceBox.ts';
import { learnFaceLight } from './faceLight.ts';
import { eyeRegion, faceMask, mouthRegion, partsOf, skinMask } from './faceMask.ts';
import {
  BROWS,
  EYE_POINTS,
  EYE_REGIONS,
  EYES,
  LIP_EDGE,
  MOUTH_POINTS,
  MOUTH_REGION,
  OUTLINE,
} from './facePoints.ts';
import type { FaceTask, RenderedFace } from './faceTask.ts';
import { layFace } from './layFace.ts';
import { FACE_POINTS, plateMap, warpSource } from './warpFace.ts';

/** Shapes smaller than this, in eye distances, are never mixed from two sources. */
const DISSOLVE_SPREAD = 0.03;

/** What is warped lies no more on the grid it was coded on and loses so much more detail when it is coded again (decision 22). */
const CODED = 1.05;

/** The coarsest band of a blend is a tenth of the eye distance wide. */
const bandsOf = (eyeDistance: number): number => Math.max(3, Math.round(Math.log2(eyeDistance / 10)));

/** Puts the shown performer's face on one head in one frame: warps sources and frame onto one another, matches light and detail, and blends. */
export const renderFace = (task: FaceTask): RenderedFace => inWorkspace(() => renderInside(task));

function renderInside(task: FaceTask): RenderedFace {
  const { plate, box, seen, eyeDistance } = task;
  const original = fieldsOf(plate);
  const laid = layFace(seen, task.wanted, eyeDistance);
  const bent = warpPlanes(original, box, plate.format, plateMap(seen, laid, box, eyeDistance), box);
  const inner = partOfBox(laid, OUTLINE, 0, box, plate);
  const inside = (fields: Fields): Fields => partOf(fields, box, inner, plate.format);
  const face = layIn(task, laid, inner, inside(bent), inside(original));
  const whole = withPartOf(bent, box, inner, plate.format, face);
  const kept = layMasks(blankField(plate.width, plate.height), box, task.masks ?? []);
  const shows = combine(reachOf(seen, box, eyeDistance, plate), kept, (r, k) => task.strength * r * (1 - k));
  const result = eachPlane((i) => {
    const { width, height } = original[i];
    const share = i === 0 ? shows : shrink(shows, width, height);
    return plusTimes(original[i], times(plusTimes(whole[i], original[i], -1), share), 1);
  });
  return { picture: pictureOf(result, plate), hidden: 0 };
}

/** Where a new face may change the frame at all: 1 on the face and a little beyond, 0 where the bent frame is still. */
function reachOf(
  mesh: FlatMesh,
  box: Box,
  eyeDistance: number,
  { width, height }: { width: number; height: number },
): Field {
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const edge = -0.95 * REACH * eyeDistance;
  return enlarge(feathered(hullOf(mesh, OUTLINE), grid, edge, 0.5 * REACH * eyeDistance), width, height);
}

/** Lays the sources' face over the bent frame, inside the box in which it may show. */
function layIn(task: FaceTask, laid: FlatMesh, inner: Box, under: Fields, original: Fields): Fields {
  const { eyeDistance } = task;
  const settings = task.settings ?? USUAL_PICTURE;
  const black = task.fullRange === true ? BLACK.full : BLACK.limited;
  const [{ width, height }] = under;
  const grid = coarseGridOf({ left: inner.left, top: inner.top, width, height }, eyeDistance);
  const mask = faceMask(laid, grid, eyeDistance, settings);
  const skin = skinMask(laid, grid, eyeDistance);
  const over = withParts(task, laid, inner, warpAll(task, task.faces, laid, FACE_POINTS, inner), black);

  const small = (fields: Fields): Fields => shrinkAll(fields, grid.width, grid.height);
  const light = learnFaceLight(small(under), small(over), skin, eyeDistance / grid.cell, black);
  const judged = enlarge(skin, width, height);
  const whole = enlarge(mask, width, height);
  const steady = matchDetail(under[0], CODED * detailOf(original[0], judged), judged);
  const lit = applyLight(over, partOfLight(light, settings.colour));
  const face = likenDetail(lit, {
    frame: steady,
    untouched: original[0],
    where: judged,
    mouth: whole,
    unit: eyeDistance,
    settings,
    black,
  });
  return blend([steady, under[1], under[2]], face, mask, bandsOf(eyeDistance));
}

/** A face whose mouth and eyes come from frames of their own, where there are any. */
function withParts(task: FaceTask, laid: FlatMesh, inner: Box, face: Fields, black: number): Fields {
  const { eyeDistance, plate } = task;
  const lay = (
    into: Fields,
    sources: readonly PictureSource[],
    points: readonly number[],
    region: readonly number[],
    maskOf: (grid: ReturnType<typeof coarseGridOf>) => Field,
    parts: readonly (readonly number[])[],
  ): Fields => {
    if (sources.length === 0) return into;
    const box = partOfBox(laid, region, 0.1 * eyeDistance, inner, plate);
    const under = partOf(into, inner, box, plate.format);
    const over = warpAll(task, sources, laid, points, box);
    const [{ width, height }] = under;
    const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
    const mask = maskOf(grid);
    const skin = combine(mask, partsOf(laid, parts, grid, eyeDistance), (m, p) => (m > 0.05 ? 1 - p : 0));
    const small = (fields: Fields): Fields => shrinkAll(fields, grid.width, grid.height);
    const light = learnLight(small(under), small(over), skin, (PART_SPREAD * eyeDistance) / grid.cell, black);
    const part = blend(under, applyLight(over, light), mask, bandsOf(eyeDistance));
    return withPartOf(into, inner, box, plate.format, part);
  };
  const withMouth = lay(
    face,
    task.mouths,
    MOUTH_POINTS,
    MOUTH_REGION,
    (grid) => mouthRegion(laid, grid, eyeDistance),
    [LIP_EDGE],
  );
  return ([0, 1] as const).reduce(
    (into, side) =>
      lay(
        into,
        task.eyes,
        EYE_POINTS,
        EYE_REGIONS[side],
        (grid) => eyeRegion(laid, side, grid, eyeDistance),
        [BROWS[side], EYES[side]],
      ),
    withMouth,
  );
}

/** Eye distances over which the light of a part is averaged. */
const PART_SPREAD = 0.12;

function warpAll(
  { eyeDistance }: FaceTask,
  sources: readonly PictureSource[],
  laid: FlatMesh,
  points: readonly number[],
  inner: Box,
): Fields {
  const sets = sources.map((source) =>
    sharpAgain(source, fieldsOf(source.picture), laid, points, inner, eyeDistance),
  );
  return dissolvePlanes(
    sets,
    sources.map(({ weight }) => weight),
    DISSOLVE_SPREAD * eyeDistance,
  );
}

function sharpAgain(
  source: PictureSource,
  cut: Fields,
  laid: FlatMesh,
  points: readonly number[],
  inner: Box,
  eyeDistance: number,
): Fields {
  return warpSource(source, cut, laid, points, inner, eyeDistance);
}

function blend(under: Fields, over: Fields, mask: Field, bands: number): Fields {
  return eachPlane((i) =>
    pyramidBlend(
      under[i],
      over[i],
      enlarge(mask, under[i].width, under[i].height),
      i === 0 ? bands : bands - 1,
    ),
  );
}

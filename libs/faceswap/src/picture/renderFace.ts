import type { Box } from '@mondwerk/film';
import {
  addressOf,
  behindThings,
  BLACK,
  blendPlanes,
  coarseGridOf,
  combine,
  detailOf,
  eachPlane,
  enlarge,
  feathered,
  type Field,
  type Fields,
  fieldBy,
  fieldsOf,
  type FlatMesh,
  hullOf,
  inWorkspace,
  kernels,
  likenDetail,
  matchDetail,
  mix,
  partOf,
  pictureOf,
  type RenderedPlate,
  shrink,
  smoothStep,
  type Things,
  thingsOf,
  times,
  USUAL_PICTURE,
  warpPlanes,
  withPartOf,
} from '@mondwerk/compositing';
import { boundLids } from './boundLids.ts';
import { compareFaces } from './compareFaces.ts';
import { partOfBox, REACH } from './faceBox.ts';
import { inFaceLight, partOfFaceLight } from './faceLight.ts';
import { faceMask } from './faceMask.ts';
import { OUTLINE } from './facePoints.ts';
import type { FaceTask } from './faceTask.ts';
import { findInFrontOfFace } from './inFrontOfFace.ts';
import { layFace } from './layFace.ts';
import { putTogether } from './putTogether.ts';
import { plateMap } from './warpFace.ts';

/** A face hidden to this share or more is left alone, and from the smaller one on it is so more and more. */
export const HIDDEN_FACE = 0.85;
const HALF_HIDDEN = 0.7;

/** What is warped lies no more on the grid it was coded on and loses so much more detail when it is coded again (decision 22). */
const CODED = 1.05;

/** How much of the frame is taken round a face to lay it in, in eye distances: the coarsest bands of the blend reach that far. */
const ROUND = 0.12;

/** Puts the shown performer's face on one head in one frame: warps sources and frame onto one another, matches light and detail, and blends. */
export const renderFace = (task: FaceTask): RenderedPlate => inWorkspace(() => renderInside(task));

function renderInside(task: FaceTask): RenderedPlate {
  const { plate, box, seen, eyeDistance } = task;
  const original = fieldsOf(plate);
  const front = findInFrontOfFace(original, task);
  const hidden = front?.hidden ?? 0;
  if (hidden >= HIDDEN_FACE) return { picture: plate, hidden };
  const wanted = boundLids(task.wanted, task.eyes.length > 0 ? task.eyes : task.faces);
  const laid = layFace(seen, wanted, eyeDistance);
  const map = plateMap(seen, laid, box, eyeDistance);
  const bent = warpPlanes(original, box, plate.format, map, box);
  const things = front && thingsOf(front, plate, { box, map });
  const under = things ? mix(bent, original, things.near) : bent;
  const inner = partOfBox(laid, OUTLINE, ROUND * eyeDistance, box, plate);
  const inside = (fields: Fields): Fields => partOf(fields, box, inner, plate.format);
  const face = layIn(task, laid, inner, {
    ...{ under: inside(under), original: inside(original) },
    things: things && { cover: inside(things.cover), near: inside(things.near) },
  });
  const whole = withPartOf(under, box, inner, plate.format, face);
  const result = things ? mix(whole, original, things.cover) : whole;
  const strength = task.strength * (1 - smoothStep((hidden - HALF_HIDDEN) / (HIDDEN_FACE - HALF_HIDDEN)));
  return { picture: pictureOf(settle(original, result, reachOf(task), strength), plate), hidden };
}

/** Lays a new picture over the original where it may change at all, as much as `strength` says. */
function settle(original: Fields, result: Fields, reach: Field, strength: number): Fields {
  return mix(
    original,
    result,
    eachPlane((i) => {
      const { width, height } = original[i];
      const share = enlarge(reach, width, height);
      return strength === 1 ? share : combine(share, share, (s) => strength * s);
    }),
  );
}

/** Where a new face may change the frame: 1 on the face and a little beyond, 0 where the bent frame is still. */
function reachOf({ seen, box, eyeDistance, plate: { width, height } }: FaceTask): Field {
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const edge = 0.95 * REACH * eyeDistance;
  return feathered(hullOf(seen, OUTLINE), grid, -edge, edge / 2);
}

/** Planes that go over into others at the edge of their box, in so many pixels of luma. */
const fadeOut = (edge: Fields, inside: Fields, border: number): Fields =>
  eachPlane((i) => {
    const { width, height, data } = edge[i];
    const reach = (border * width) / edge[0].width;
    return fieldBy(width, height, (out) =>
      kernels.settle(addressOf(data), addressOf(inside[i].data), out, width, height, reach, 1),
    );
  });

/** The frame inside the box in which a face may show: bent under the new face, as it was, and what is in front. */
interface Ground {
  readonly under: Fields;
  readonly original: Fields;
  readonly things: Things | undefined;
}

/** Lays the shown performer's face over the bent frame, as if nothing were in front. */
function layIn(task: FaceTask, laid: FlatMesh, inner: Box, { under, original, things }: Ground): Fields {
  const { eyeDistance } = task;
  const settings = task.settings ?? USUAL_PICTURE;
  const black = task.fullRange === true ? BLACK.full : BLACK.limited;
  const [{ width, height }] = under;
  const grid = coarseGridOf({ left: inner.left, top: inner.top, width, height }, eyeDistance);
  const onLuma = (field: Field): Field => enlarge(field, width, height);
  const free = (field: Field): Field =>
    things
      ? combine(field, shrink(things.near[0], field.width, field.height), (f, near) => f * (1 - near))
      : field;

  const over = putTogether(task, laid, inner);
  const { light, alike, skin, edges } = compareFaces({ laid, inner, eyeDistance, black }, under, over, free);
  const own = faceMask(laid, grid, eyeDistance, settings);
  const mask = times(own, enlarge(alike, grid.width, grid.height));
  const judged = onLuma(skin);
  const steady = matchDetail(under[0], CODED * detailOf(original[0], judged), judged);
  const face = likenDetail(inFaceLight(over, partOfFaceLight(light, settings.colour)), {
    frame: steady,
    untouched: original[0],
    where: judged,
    edges: onLuma(edges),
    mouth: onLuma(mask),
    unit: eyeDistance,
    settings,
    black,
  });
  const ground: Fields = [steady, under[1], under[2]];
  const behind = things ? behindThings(ground, face, things, mask) : ground;
  return fadeOut(under, blendPlanes(behind, face, mask, eyeDistance), ROUND * eyeDistance);
}

import type { Box } from '@mondwerk/film';
import { PLATE_POINTS, SOURCE_POINTS } from './controlPoints.ts';
import {
  addressOf,
  applyLight,
  behindThings,
  BLACK,
  blendPlanes,
  coarseGridOf,
  combine,
  detailOf,
  dissolvePlanes,
  eachPlane,
  enlarge,
  type Field,
  fieldBy,
  type Fields,
  fieldsOf,
  findInFront,
  inWorkspace,
  type HeadPatch,
  kernels,
  learnLight,
  likenDetail,
  mapBetween,
  matchDetail,
  mix,
  partOf,
  partOfLight,
  pictureOf,
  type PictureSource,
  placesOf,
  type RenderedPlate,
  shrink,
  shrinkAll,
  smoothStep,
  type Things,
  thingsOf,
  type UsualFace,
  USUAL_PICTURE,
  type WarpMap,
  warpPlanes,
  withPartOf,
} from '@mondwerk/compositing';
import { findLipCrack, moveLipCrack } from './lipCrack.ts';
import { sourceBox } from './mouthBox.ts';
import { lipMask, mouthMask } from './mouthMask.ts';

/** Everything that one face in one frame needs to get a new mouth. */
export interface MouthTask extends HeadPatch {
  /** The performer's own mouth in other frames, cut out. */
  readonly sources: readonly PictureSource[];
  /** What this face usually looks like, so that what is in front of it stands out; nothing is looked for when left out. */
  readonly usual?: UsualFace;
  /** Whether luma goes from 0 to the most that the depth can hold, instead of from 16 to 235 in 8 bits. */
  readonly fullRange?: boolean;
}

/** A mouth hidden to this share or more is left alone, and from the smaller one on it is so more and more. */
export const HIDDEN = 0.6;
const HALF_HIDDEN = 0.4;

/** Shapes smaller than this, in eye distances, are never mixed from two sources. */
const DISSOLVE_SPREAD = 0.03;

/** Cells of the coarse grid over which light is averaged: an eighth of the eye distance. */
const LIGHT_SPREAD = 8;

/** What is warped lies no more on the grid it was coded on and loses so much more detail when it is coded again (decision 22). */
const CODED = 1.05;

/** Re-performs one mouth: warps the frame and its sources onto the wanted shape, matches light and detail, and blends. */
export const renderMouth = (task: MouthTask): RenderedPlate => inWorkspace(() => renderInside(task));

function renderInside(task: MouthTask): RenderedPlate {
  const { plate, box, eyeDistance } = task;
  const original = fieldsOf(plate);
  const front = findInFront(original, task);
  const hidden = front?.hidden ?? 0;
  if (hidden >= HIDDEN) return { picture: plate, hidden };
  const map = plateMap(task);
  const bent = warpPlanes(original, box, plate.format, map, box);
  const things = front && thingsOf(front, plate, { box, map });
  const under = things ? mix(bent, original, things.near) : bent;
  const inner = sourceBox(task.wanted, eyeDistance, box, plate, task.settings?.region);
  const inside = (fields: Fields): Fields => partOf(fields, box, inner, plate.format);
  const mouth = layMouth(task, inner, {
    ...{ under: inside(under), original: inside(original) },
    things: things && { cover: inside(things.cover), near: inside(things.near) },
  });
  const laid = withPartOf(under, box, inner, plate.format, mouth);
  const result = things ? mix(laid, original, things.cover) : laid;
  const strength = task.strength * (1 - smoothStep((hidden - HALF_HIDDEN) / (HIDDEN - HALF_HIDDEN)));
  return { picture: pictureOf(settle(original, result, strength), plate), hidden };
}

/** The frame inside the box that a source may fill: bent to the new shape, as it was, and what is in front. */
interface Ground {
  readonly under: Fields;
  readonly original: Fields;
  readonly things: Things | undefined;
}

/** Lays the sources' mouth over the bent frame, inside the box that a source may fill, as if nothing were in front. */
function layMouth(task: MouthTask, inner: Box, { under, original, things }: Ground): Fields {
  const { wanted, eyeDistance } = task;
  const cuts = task.sources.map((source) => fieldsOf(source.picture));
  const over = dissolvePlanes(
    task.sources.map((source, i) => warpSource(task, source, cuts[i], inner)),
    task.sources.map((source) => source.weight),
    DISSOLVE_SPREAD * eyeDistance,
  );
  const [{ width, height }] = under;
  const grid = coarseGridOf({ left: inner.left, top: inner.top, width, height }, eyeDistance);
  const settings = task.settings ?? USUAL_PICTURE;
  const mask = mouthMask(wanted, grid, eyeDistance, settings);
  const lips = lipMask(wanted, grid, eyeDistance);
  const bare = things && shrink(things.near[0], grid.width, grid.height);
  const free = (field: Field): Field => (bare ? combine(field, bare, (f, b) => f * (1 - b)) : field);
  const skin = free(combine(mask, lips, (m, l) => (m > 0.05 ? 1 - l : 0)));

  const smallUnder = shrinkAll(under, grid.width, grid.height);
  const smallOver = shrinkAll(over, grid.width, grid.height);
  const black = task.fullRange === true ? BLACK.full : BLACK.limited;
  const light = learnLight(smallUnder, smallOver, skin, LIGHT_SPREAD, black);
  const judged = enlarge(skin, width, height);
  const steady = matchDetail(under[0], CODED * detailOf(original[0], judged), judged);
  const whole = enlarge(mask, width, height);
  const restored = matchDetail(
    over[0],
    CODED * detailOfSource(task.sources[0], cuts[0][0], eyeDistance),
    whole,
  );
  const matched = applyLight([restored, over[1], over[2]], partOfLight(light, settings.colour));
  const mouth = likenDetail(matched, {
    frame: steady,
    untouched: original[0],
    where: enlarge(free(combine(lips, lips, (l) => 1 - l)), width, height),
    mouth: whole,
    unit: eyeDistance,
    settings,
    black,
  });
  const ground: Fields = [steady, under[1], under[2]];
  return blendPlanes(things ? behindThings(ground, mouth, things, mask) : ground, mouth, mask, eyeDistance);
}

/** The fine detail that a source had before it was warped. */
function detailOfSource({ box, mesh }: PictureSource, luma: Field, eyeDistance: number): number {
  const { width, height } = luma;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  return detailOf(luma, enlarge(mouthMask(mesh, grid, eyeDistance), width, height));
}

/** Lays the result over the original: nothing at the box's edge, everything inside, as much as `strength` says. */
function settle(original: Fields, result: Fields, strength: number): Fields {
  return eachPlane((i) => {
    const { width, height, data } = original[i];
    const border = 0.06 * Math.min(width, height);
    return fieldBy(width, height, (out) =>
      kernels.settle(addressOf(data), addressOf(result[i].data), out, width, height, border, strength),
    );
  });
}

/** The map that carries the frame itself: chin, jaw and cheeks follow, the box's edge stays. */
function plateMap(task: MouthTask): WarpMap {
  const edge = edgeOf(task.box);
  const to = [...placesOf(task.wanted, PLATE_POINTS), ...edge];
  const from = [...placesOf(task.seen, PLATE_POINTS), ...edge];
  return mapBetween(to, from, task.box, task.eyeDistance);
}

function warpSource(task: MouthTask, source: PictureSource, cut: Fields, inner: Box): Fields {
  const { wanted, eyeDistance } = task;
  const crack = findLipCrack(source.mesh, cut[0], source.box);
  const [to, from] =
    crack === undefined
      ? [wanted, source.mesh]
      : [moveLipCrack(wanted, crack), moveLipCrack(source.mesh, crack)];
  const map = mapBetween(placesOf(to, SOURCE_POINTS), placesOf(from, SOURCE_POINTS), inner, eyeDistance);
  return warpPlanes(cut, source.box, source.picture.format, map, inner);
}

/** Points on the border of a box that a warp of the frame must not move. */
function edgeOf({ left, top, right, bottom }: Box): number[] {
  const points: number[] = [];
  for (let i = 0; i < 7; i++) {
    const x = left + ((right - left) * i) / 6;
    const y = top + ((bottom - top) * i) / 6;
    points.push(x, top, x, bottom);
    if (i > 0 && i < 6) points.push(left, y, right, y);
  }
  return points;
}

import type { Box, Picture } from '@mondwerk/film';
import { PLATE_POINTS, SOURCE_POINTS } from './controlPoints.ts';
import {
  addressOf,
  applyLight,
  behindThings,
  BLACK,
  coarseGridOf,
  combine,
  detailOf,
  dissolvePlanes,
  type DrawnMask,
  eachPlane,
  enlarge,
  type Field,
  fieldBy,
  type Fields,
  fieldsOf,
  findInFront,
  fitThinPlate,
  type FlatMesh,
  inWorkspace,
  kernels,
  learnLight,
  likenDetail,
  matchDetail,
  mix,
  partOf,
  partOfLight,
  pictureOf,
  type PictureSettings,
  pyramidBlend,
  shrink,
  shrinkAll,
  smoothStep,
  type Things,
  thingsOf,
  type UsualFace,
  USUAL_PICTURE,
  type WarpMap,
  warpMapOf,
  warpPlanes,
  withPartOf,
} from '@mondwerk/compositing';
import { findLipCrack, moveLipCrack } from './lipCrack.ts';
import { sourceBox } from './mouthBox.ts';
import { lipMask, mouthMask } from './mouthMask.ts';

/** A mouth of the performer's own, cut out of another frame. */
export interface PictureSource {
  readonly picture: Picture;
  /** Where the cut-out lies in its frame. */
  readonly box: Box;
  /** The face in that frame: 468 × (x, y) in that frame's pixels. */
  readonly mesh: FlatMesh;
  /** How much this source counts where two are dissolved; all weights of a task sum to 1. */
  readonly weight: number;
}

/** Everything that one face in one frame needs to get a new mouth. */
export interface MouthTask {
  /** The part of the frame inside `box`, aligned to whole chroma samples. */
  readonly plate: Picture;
  readonly box: Box;
  /** The face as it is and as it shall be: 468 × (x, y) in the frame's pixels. */
  readonly seen: FlatMesh;
  readonly wanted: FlatMesh;
  readonly eyeDistance: number;
  readonly sources: readonly PictureSource[];
  /** 0 leaves the frame as it is, 1 is the new mouth wholly. */
  readonly strength: number;
  /** As usual when left out. */
  readonly settings?: PictureSettings;
  /** What people drew over this mouth; it goes before what is found in front of it. */
  readonly masks?: readonly DrawnMask[];
  /** What this face usually looks like, so that what is in front of it stands out; nothing is looked for when left out. */
  readonly usual?: UsualFace;
  /** Whether luma goes from 0 to the most that the depth can hold, instead of from 16 to 235 in 8 bits. */
  readonly fullRange?: boolean;
}

/** The new content of the task's box. */
export interface RenderedMouth {
  readonly picture: Picture;
  /** Share of the mouth's region (0..1) that something in front hides and that was kept; from `HIDDEN` on nothing was changed. */
  readonly hidden: number;
}

/** A mouth hidden to this share or more is left alone, and from the smaller one on it is so more and more. */
export const HIDDEN = 0.6;
const HALF_HIDDEN = 0.4;

/** Lets warps miss contradictory points by a little; in squared eye distances. */
const STIFFNESS = 2e-4;

/** Shapes smaller than this, in eye distances, are never mixed from two sources. */
const DISSOLVE_SPREAD = 0.03;

/** Cells of the coarse grid over which light is averaged: an eighth of the eye distance. */
const LIGHT_SPREAD = 8;

/** What is warped lies no more on the grid it was coded on and loses so much more detail when it is coded again (decision 22). */
const CODED = 1.05;

/** The coarsest band of the blend is a tenth of the eye distance wide. */
const bandsOf = (eyeDistance: number): number => Math.max(3, Math.round(Math.log2(eyeDistance / 10)));

/** Re-performs one mouth: warps the frame and its sources onto the wanted shape, matches light and detail, and blends. */
export const renderMouth = (task: MouthTask): RenderedMouth => inWorkspace(() => renderInside(task));

function renderInside(task: MouthTask): RenderedMouth {
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
  return blend(
    things ? behindThings(ground, mouth, things, mask) : ground,
    mouth,
    mask,
    bandsOf(eyeDistance),
  );
}

/** The fine detail that a source had before it was warped. */
function detailOfSource({ box, mesh }: PictureSource, luma: Field, eyeDistance: number): number {
  const { width, height } = luma;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  return detailOf(luma, enlarge(mouthMask(mesh, grid, eyeDistance), width, height));
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
  const to = [...flat(task.wanted, PLATE_POINTS), ...edge];
  const from = [...flat(task.seen, PLATE_POINTS), ...edge];
  return mapBetween(to, from, task.box, task.eyeDistance);
}

function warpSource(task: MouthTask, source: PictureSource, cut: Fields, inner: Box): Fields {
  const { wanted, eyeDistance } = task;
  const crack = findLipCrack(source.mesh, cut[0], source.box);
  const [to, from] =
    crack === undefined
      ? [wanted, source.mesh]
      : [moveLipCrack(wanted, crack), moveLipCrack(source.mesh, crack)];
  const map = mapBetween(flat(to, SOURCE_POINTS), flat(from, SOURCE_POINTS), inner, eyeDistance);
  return warpPlanes(cut, source.box, source.picture.format, map, inner);
}

function mapBetween(to: readonly number[], from: readonly number[], box: Box, unit: number): WarpMap {
  const scaled = (values: readonly number[]): Float64Array => Float64Array.from(values, (v) => v / unit);
  const plate = fitThinPlate(scaled(to), scaled(from), STIFFNESS);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return warpMapOf(plate, { left: box.left, top: box.top, width, height, unit });
}

const flat = (mesh: FlatMesh, points: readonly number[]): number[] =>
  points.flatMap((p) => [mesh[2 * p], mesh[2 * p + 1]]);

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

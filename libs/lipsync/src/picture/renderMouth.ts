import { type Box, type Picture, type Plane } from '@mondwerk/film';
import { PLATE_POINTS, SOURCE_POINTS } from './controlPoints.ts';
import { combine, enlarge, fieldOf, planeOf, type Field } from './field.ts';
import { matchDetail } from './matchDetail.ts';
import { applyLight, learnLight, shrinkAll, type Fields } from './matchLight.ts';
import { coarseGridOf, lipMask, mouthMask, smoothStep, type FlatMesh } from './mouthMask.ts';
import { findOccluder } from './occluder.ts';
import { pyramidBlend } from './pyramidBlend.ts';
import { resample, type PlaneFrame } from './resample.ts';
import { fitThinPlate } from './thinPlate.ts';
import { warpMapOf, type BoxFrame, type WarpMap } from './warpMap.ts';

/** A mouth of the performer's own, cut out of another frame. */
export interface MouthSource {
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
  readonly sources: readonly MouthSource[];
  /** 0 leaves the frame as it is, 1 is the new mouth wholly. */
  readonly strength: number;
}

/** The new content of the task's box. */
export interface RenderedMouth {
  readonly picture: Picture;
  /** Share of the mask (0..1) where something in front was kept; above `HIDDEN` nothing was changed. */
  readonly hidden: number;
}

/** A mouth hidden to more than this share is left alone. */
export const HIDDEN = 0.35;

/** Lets warps miss contradictory points by a little; in squared eye distances. */
const STIFFNESS = 2e-4;

/** Bands of the blend; the coarsest is 16 pixels wide. */
const BANDS = 4;

/** Re-performs one mouth: warps the frame and its sources onto the wanted shape, matches light and detail, and blends. */
export function renderMouth(task: MouthTask): RenderedMouth {
  const { plate, box, eyeDistance } = task;
  const frame: BoxFrame = {
    left: box.left,
    top: box.top,
    width: plate.width,
    height: plate.height,
    unit: eyeDistance,
  };
  const original = fieldsOf(plate);
  const under = warp(original, plate, box, plateMap(task, frame), task);
  const over = mixSources(task, frame);
  const grid = coarseGridOf(frame, eyeDistance);
  const mask = mouthMask(task.wanted, grid, eyeDistance);
  const lips = lipMask(task.wanted, grid, eyeDistance);
  const skin = combine(mask, lips, (m, l) => (m > 0.05 ? 1 - l : 0));

  const smallUnder = shrinkAll(under, grid.width, grid.height);
  const smallOver = shrinkAll(over, grid.width, grid.height);
  const light = learnLight(smallUnder, smallOver, skin, 8);
  const occluder = findOccluder(smallUnder, applyLight(smallOver, light), mask, lips);
  if (occluder.share > HIDDEN) return { picture: plate, hidden: occluder.share };

  const open = combine(mask, occluder.keep, (m, k) => m * (1 - k));
  const matched = applyLight(over, light);
  const judged = enlarge(skin, plate.width, plate.height);
  const detailed: Fields = [matchDetail(matched[0], original[0], judged), matched[1], matched[2]];
  const steady: Fields = [matchDetail(under[0], original[0], judged), under[1], under[2]];
  const blended = steady.map((field, i) =>
    pyramidBlend(field, detailed[i], enlarge(open, field.width, field.height), i === 0 ? BANDS : BANDS - 1),
  );
  return { picture: settle(plate, original, blended, task.strength), hidden: occluder.share };
}

function fieldsOf(picture: Picture): Fields {
  const [y, u, v] = picture.planes.map((plane) => fieldOf(plane, picture.format.bitDepth));
  return [y, u, v];
}

/** Lays the result over the original: nothing at the box's edge, everything inside, as much as `strength` says. */
function settle(plate: Picture, original: Fields, result: readonly Field[], strength: number): Picture {
  const planes = plate.planes.map((_, i) => {
    const { width, height } = original[i];
    const border = 0.06 * Math.min(width, height);
    const mixed = combine(original[i], result[i], (a) => a);
    for (let y = 0, at = 0; y < height; y++) {
      const fromEdge = Math.min(y, height - 1 - y);
      for (let x = 0; x < width; x++, at++) {
        const weight = strength * smoothStep(Math.min(fromEdge, x, width - 1 - x) / border);
        mixed.data[at] += weight * (result[i].data[at] - original[i].data[at]);
      }
    }
    return planeOf(mixed, plate.format.bitDepth);
  });
  return { ...plate, planes: planes as unknown as readonly [Plane, Plane, Plane] };
}

/** The map that carries the frame itself: chin, jaw and cheeks follow, the box's edge stays. */
function plateMap(task: MouthTask, frame: BoxFrame): WarpMap {
  const { points: edge } = edgeOf(frame);
  const to = [...flat(task.wanted, PLATE_POINTS), ...edge];
  const from = [...flat(task.seen, PLATE_POINTS), ...edge];
  return mapBetween(to, from, frame);
}

function sourceMap(task: MouthTask, source: MouthSource, frame: BoxFrame): WarpMap {
  return mapBetween(flat(task.wanted, SOURCE_POINTS), flat(source.mesh, SOURCE_POINTS), frame);
}

function mapBetween(to: readonly number[], from: readonly number[], frame: BoxFrame): WarpMap {
  const unit = (values: readonly number[]): Float64Array => Float64Array.from(values, (v) => v / frame.unit);
  return warpMapOf(fitThinPlate(unit(to), unit(from), STIFFNESS), frame);
}

const flat = (mesh: FlatMesh, points: readonly number[]): number[] =>
  points.flatMap((p) => [mesh[2 * p], mesh[2 * p + 1]]);

/** Points on the border of a box that a warp of the frame must not move. */
function edgeOf(frame: BoxFrame): { points: number[] } {
  const points: number[] = [];
  for (let i = 0; i < 7; i++) {
    const x = frame.left + (frame.width * i) / 6;
    const y = frame.top + (frame.height * i) / 6;
    points.push(x, frame.top, x, frame.top + frame.height);
    if (i > 0 && i < 6) points.push(frame.left, y, frame.left + frame.width, y);
  }
  return { points };
}

/** All sources warped onto the wanted shape and mixed by weight, at the size of the task's box. */
function mixSources(task: MouthTask, frame: BoxFrame): Fields {
  const warped = task.sources.map((source) =>
    warp(fieldsOf(source.picture), source.picture, source.box, sourceMap(task, source, frame), task),
  );
  if (warped.length === 1) return warped[0];
  const mix = (plane: 0 | 1 | 2): Field => {
    const out = { ...warped[0][plane], data: new Float32Array(warped[0][plane].data.length) };
    warped.forEach((fields, k) => {
      const weight = task.sources[k].weight;
      for (let i = 0; i < out.data.length; i++) out.data[i] += weight * fields[plane].data[i];
    });
    return out;
  };
  return [mix(0), mix(1), mix(2)];
}

/** Resamples the planes of a cut-out lying at `from` in its frame through a map onto the task's box. */
function warp(fields: Fields, picture: Picture, from: Box, map: WarpMap, task: MouthTask): Fields {
  const [y, u, v] = fields.map((field, i) => {
    const place = (box: Box, format: Picture['format']): PlaneFrame => ({
      left: box.left,
      top: box.top,
      stepX: i === 0 ? 1 : 1 << format.shiftX,
      stepY: i === 0 ? 1 : 1 << format.shiftY,
    });
    const target = task.plate.planes[i];
    const to = place(task.box, task.plate.format);
    return resample(field, place(from, picture.format), map, to, target.width, target.height);
  });
  return [y, u, v];
}

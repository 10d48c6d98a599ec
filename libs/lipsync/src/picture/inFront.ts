import type { Box } from '@mondwerk/film';
import { SOURCE_POINTS } from './controlPoints.ts';
import {
  blankField,
  blur,
  type CoarseGrid,
  coarseGridOf,
  combine,
  type DrawnMask,
  eachPlane,
  enlarge,
  type Field,
  type Fields,
  findPatch,
  type FlatMesh,
  layMasks,
  part,
  shrink,
  shrinkAll,
} from '@mondwerk/compositing';
import type { PlacedFace } from './facePlaces.ts';
import { fineCover } from './fineCover.ts';
import { mouthMask } from './mouthMask.ts';
import { findOccluder, shareOf } from './occluder.ts';
import { strangenessOf } from './strangeness.ts';
import type { UsualFace } from './usualFace.ts';

/** What stays in front of a new mouth. */
export interface InFront {
  /** 1 where the frame's own pixels stay; one cell a pixel of the box. */
  readonly cover: Field;
  /** 1 beyond the known face where a thing goes on: whether the frame moves there can be seen by the thing alone. */
  readonly still: Field;
  /** Share of the mouth's region (0..1) that something found in front hides. */
  readonly hidden: number;
}

/** A frame's face, what it usually looks like, and what people drew over it. */
export interface FaceInBox {
  readonly box: Box;
  readonly seen: FlatMesh;
  readonly eyeDistance: number;
  readonly usual?: UsualFace;
  readonly masks?: readonly DrawnMask[];
}

/** Finds what is in front of a face and lays people's masks over it; `undefined` where the whole new mouth may show. */
export function findInFront(seen: Fields, face: FaceInBox): InFront | undefined {
  const [{ width, height }] = seen;
  const { box, eyeDistance, masks = [] } = face;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const found = findCover(seen, face);
  if (found === undefined && !masks.some(({ shows }) => shows === 'frame')) return undefined;
  const shown = masks.filter(({ shows }) => shows === 'mouth');
  const own = found?.cover ?? blankField(width, height);
  const hides = shown.length === 0 ? own : layMasks(own, box, shown);
  const region = mouthMask(face.seen, grid, eyeDistance);
  const hidden = found === undefined ? 0 : shareOf(shrink(hides, grid.width, grid.height), region);
  const cover = masks.length === 0 ? own : layMasks(own, box, masks);
  return { cover, still: found?.still ?? cover, hidden };
}

function findCover(
  seen: Fields,
  { box, seen: mesh, eyeDistance, usual }: FaceInBox,
): Pick<InFront, 'cover' | 'still'> | undefined {
  if (usual === undefined) return undefined;
  const [{ width, height }] = seen;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const small = shrinkAll(seen, grid.width, grid.height);
  if (!looksStrange(small, grid, { mesh, eyeDistance }, usual)) return undefined;
  const strangeness = strangenessOf(small, grid, { mesh, eyeDistance }, usual);
  const occluder = findOccluder(small, strangeness);
  if (occluder === undefined) return undefined;
  const still = enlarge(beyond(occluder.cover, strangeness.known), width, height);
  return { cover: fineCover(seen, occluder, strangeness), still };
}

/** Looks only at the face itself: most frames show nothing else, and are done with then. */
function looksStrange(
  small: Fields,
  grid: CoarseGrid,
  face: PlacedFace,
  usual: UsualFace,
  doubt = 1,
): boolean {
  const near = gridRound(face.mesh, grid);
  const [left, top] = [near.left - grid.left, near.top - grid.top].map((at) => Math.round(at / grid.cell));
  const seen = eachPlane((k) => part(small[k], left, top, near.width, near.height));
  const { distance, outside } = strangenessOf(seen, near, face, usual);
  return findPatch(distance, { doubt, outside }) !== undefined;
}

/** The part of a grid in which a lower face lies. */
function gridRound(mesh: FlatMesh, grid: CoarseGrid): CoarseGrid {
  const [left, right] = reach(mesh, 0, grid.left, grid.cell, grid.width);
  const [top, bottom] = reach(mesh, 1, grid.top, grid.cell, grid.height);
  return {
    left: grid.left + left * grid.cell,
    top: grid.top + top * grid.cell,
    cell: grid.cell,
    width: right - left,
    height: bottom - top,
  };
}

function reach(mesh: FlatMesh, axis: 0 | 1, from: number, cell: number, cells: number): [number, number] {
  const places = SOURCE_POINTS.map((p) => (mesh[2 * p + axis] - from) / cell);
  const first = Math.min(cells - 1, Math.max(0, Math.floor(Math.min(...places))));
  return [first, Math.min(cells, Math.max(first + 1, Math.ceil(Math.max(...places))))];
}

/** How far round the place where a thing leaves the known face it may go on, in cells. */
const GOES_ON = 7;

function beyond(cover: Field, known: Field): Field {
  const rim = blur(known, 1.2);
  const leaves = blur(
    combine(cover, rim, (c, k) => (k < 0.98 && k > 0 ? c : 0)),
    GOES_ON,
  );
  return combine(leaves, rim, (l, k) => Math.min(1, 8 * l) * Math.min(1, Math.max(0, 2 - 2 * k)));
}

/** Share of a mouth that a thing may hide before the mouth is no source. */
const SPOILT = 0.01;

/**
 * A source comes from another shot as often as not, where light and pose are others' than those of the usual face: it must be
 * so many times as strange as a frame, or good mouths would be exchanged.
 */
const DOUBT = 2;

/** Whether something stands in front of the mouth in a cut-out, so that it must not be shown elsewhere. */
export function isSpoilt(seen: Fields, face: FaceInBox): boolean {
  const { box, seen: mesh, eyeDistance, usual } = face;
  if (usual === undefined) return false;
  const [{ width, height }] = seen;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const small = shrinkAll(seen, grid.width, grid.height);
  if (!looksStrange(small, grid, { mesh, eyeDistance }, usual, DOUBT)) return false;
  return (findInFront(seen, face)?.hidden ?? 0) > SPOILT;
}

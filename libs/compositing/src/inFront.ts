import type { Box } from '@mondwerk/film';
import { type CoarseGrid, coarseGridOf, type FlatMesh } from './coarseGrid.ts';
import type { DrawnMask } from './drawnMask.ts';
import type { PlacedFace } from './facePlaces.ts';
import { blankField, blur, combine, enlarge, type Field, part, shrink } from './field.ts';
import { fineCover } from './fineCover.ts';
import { layMasks } from './layMasks.ts';
import { shrinkAll } from './matchLight.ts';
import { findOccluder, shareOf } from './occluder.ts';
import { eachPlane, type Fields } from './planes.ts';
import { type Strangeness, strangenessOf } from './strangeness.ts';
import { findPatch } from './thingPatch.ts';
import type { UsualFace } from './usualFace.ts';
import { withoutShade } from './withoutShade.ts';

/** What stays in front of a new mouth or face. */
export interface InFront {
  /** 1 where the frame's own pixels stay; one cell a pixel of the box. */
  readonly cover: Field;
  /** 1 beyond the known face where a thing goes on: whether the frame moves there can be seen by the thing alone. */
  readonly still: Field;
  /** Share of the region (0..1) that something found in front hides. */
  readonly hidden: number;
}

/** A frame's face, what it usually looks like, and what people drew over it. */
export interface FaceInBox {
  readonly box: Box;
  readonly seen: FlatMesh;
  readonly eyeDistance: number;
  readonly usual?: UsualFace;
  /** What is known to be in front whatever is found: 1 where the frame stays; one cell a pixel of the box. */
  readonly always?: Field;
  readonly masks?: readonly DrawnMask[];
}

/** Finds what is in front of a face and lays people's masks over it; `undefined` where all that is new may show. */
export function findInFront(seen: Fields, face: FaceInBox): InFront | undefined {
  const [{ width, height }] = seen;
  const { box, eyeDistance, always, masks = [] } = face;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const found = findCover(seen, face);
  if (found === undefined && always === undefined && !masks.some(({ shows }) => shows === 'frame'))
    return undefined;
  const shown = masks.filter(({ shows }) => shows === 'mouth');
  const own = either(found?.cover, always) ?? blankField(width, height);
  const hides = shown.length === 0 ? own : layMasks(own, box, shown);
  const hidden = (found ?? always) === undefined ? 0 : shareHidden(hides, face, grid);
  const cover = masks.length === 0 ? own : layMasks(own, box, masks);
  return { cover, still: found?.still ?? cover, hidden };
}

const either = (a: Field | undefined, b: Field | undefined): Field | undefined =>
  a && b ? combine(a, b, Math.max) : (a ?? b);

function shareHidden(hides: Field, { seen: mesh, eyeDistance, usual }: FaceInBox, grid: CoarseGrid): number {
  const region = usual?.region.mask({ mesh, eyeDistance }, grid);
  return region === undefined ? 0 : shareOf(shrink(hides, grid.width, grid.height), region);
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
  const strangeness = unshaded(small, strangenessOf(small, grid, { mesh, eyeDistance }, usual), usual);
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
  const near = gridRound(face.mesh, grid, usual.region.points);
  const [left, top] = [near.left - grid.left, near.top - grid.top].map((at) => Math.round(at / grid.cell));
  const seen = eachPlane((k) => part(small[k], left, top, near.width, near.height));
  const { distance, outside } = unshaded(seen, strangenessOf(seen, near, face, usual), usual);
  return findPatch(distance, { doubt, outside }) !== undefined;
}

const unshaded = (seen: Fields, strangeness: Strangeness, { region }: UsualFace): Strangeness =>
  region.tellsShade === true ? { ...strangeness, distance: withoutShade(seen, strangeness) } : strangeness;

/** The part of a grid in which some mesh points lie. */
function gridRound(mesh: FlatMesh, grid: CoarseGrid, points: readonly number[]): CoarseGrid {
  const along = (axis: 0 | 1): number[] => points.map((p) => mesh[2 * p + axis]);
  const [left, right] = reach(along(0), grid.left, grid.cell, grid.width);
  const [top, bottom] = reach(along(1), grid.top, grid.cell, grid.height);
  return {
    left: grid.left + left * grid.cell,
    top: grid.top + top * grid.cell,
    cell: grid.cell,
    width: right - left,
    height: bottom - top,
  };
}

function reach(at: readonly number[], from: number, cell: number, cells: number): [number, number] {
  const places = at.map((value) => (value - from) / cell);
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

/** Share of a region that a thing may hide before it is no source. */
const SPOILT = 0.01;

/**
 * A source comes from another shot as often as not, where light and pose are others' than those of the usual face: it must be
 * so many times as strange as a frame, or good mouths would be exchanged.
 */
const DOUBT = 2;

/** Whether something stands in front of a region in a cut-out, so that it must not be shown elsewhere. */
export function isSpoilt(seen: Fields, face: FaceInBox): boolean {
  const { box, seen: mesh, eyeDistance, usual } = face;
  if (usual === undefined) return false;
  const [{ width, height }] = seen;
  const grid = coarseGridOf({ left: box.left, top: box.top, width, height }, eyeDistance);
  const small = shrinkAll(seen, grid.width, grid.height);
  if (!looksStrange(small, grid, { mesh, eyeDistance }, usual, DOUBT)) return false;
  return (findInFront(seen, face)?.hidden ?? 0) > SPOILT;
}

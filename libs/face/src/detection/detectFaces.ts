import type { Box, ColourTags, Picture } from '@mondwerk/film';

import { boxOf, sameFace } from '../box.ts';
import type { FaceFinder } from '../finder.ts';
import { measureFace, placeFace, type MeasuredFace } from '../meshing.ts';
import { hasMoved, regionOf, type Region } from '../region.ts';
import { runOn } from '../sampling/runOn.ts';
import { candidatesIn, type Candidate } from './candidates.ts';
import { suppress } from './suppress.ts';
import { tilesOf } from './tiles.ts';

/** How hard to look: `fine` also finds faces of 4 % of the picture's shorter side, at several times the cost. */
export type SearchDepth = 'coarse' | 'fine';

/** The detector's box is this much smaller than the square that the mesh wants. */
const BOX_TO_REGION = 1.45;

/** A crowd's smallest faces are not worth the time. */
const MOST_CANDIDATES = 24;

/** Finds the faces of a picture that are not in a `known` box, surest first; every one is confirmed by both meshes. */
export async function detectFaces(
  finder: FaceFinder,
  picture: Picture,
  colour: ColourTags,
  depth: SearchDepth = 'fine',
  known: readonly Box[] = [],
): Promise<MeasuredFace[]> {
  const candidates: Candidate[] = [];
  for (const tile of tilesOf(picture.width, picture.height, depth === 'fine')) {
    const outputs = await runOn(finder.detector, picture, colour, tile);
    candidates.push(...candidatesIn(outputs, tile, finder.detector.card.input.size));
  }
  const faces: MeasuredFace[] = [];
  const unknown = suppress(candidates).filter(({ box }) => !known.some((each) => sameFace(each, box)));
  for (const candidate of unknown.slice(0, MOST_CANDIDATES)) {
    const face = await confirm(finder, picture, colour, candidate);
    if (face) faces.push(face);
  }
  const scored = faces.map((face) => ({ face, box: boxOf(face.points), score: face.confidence }));
  return suppress(scored).map(({ face }) => face);
}

const PLACING_PASSES = 4;
/** How restless a placed mesh may still be; on tiny faces a pixel is a lot. */
const RESTLESSNESS = 3;

/** Lets the mesh settle on a candidate; a mesh that sees no face or keeps wandering means there is none. */
async function confirm(
  finder: FaceFinder,
  picture: Picture,
  colour: ColourTags,
  candidate: Candidate,
): Promise<MeasuredFace | undefined> {
  let region = regionOfCandidate(candidate);
  for (let pass = 0; pass < PLACING_PASSES; pass++) {
    const placed = await placeFace(finder, picture, colour, region);
    if (!placed) return undefined;
    const next = regionOf(placed.points);
    if (!hasMoved(region, next, RESTLESSNESS)) return measureFace(finder, picture, colour, next);
    region = next;
  }
  return undefined;
}

function regionOfCandidate({ box, angle }: Candidate): Region {
  return {
    centreX: (box.left + box.right) / 2,
    centreY: (box.top + box.bottom) / 2,
    size: BOX_TO_REGION * Math.max(box.right - box.left, box.bottom - box.top),
    angle,
  };
}

import type { Box } from '@mondwerk/film';
import {
  coarseGridOf,
  combine,
  type Field,
  type Fields,
  type FlatMesh,
  shrinkAll,
} from '@mondwerk/compositing';
import { beardMask } from './beardMask.ts';
import { faceAxis } from './faceAxis.ts';
import { type FaceLight, inFaceLight, learnFaceLight } from './faceLight.ts';
import { edgeMask, skinMask } from './faceMask.ts';
import { hairMask } from './hairMask.ts';
import { roughnessOf } from './roughness.ts';

/** A new face as it lies in a part of the frame. */
export interface LaidFace {
  readonly laid: FlatMesh;
  readonly inner: Box;
  readonly eyeDistance: number;
  /** Luma of black. */
  readonly black: number;
}

/** What is learned from a new face and the frame under it; all fields are on one coarse grid. */
export interface FacesCompared {
  /** The light in which the new face must lie. */
  readonly light: FaceLight;
  /** Where forehead and temples are alike (1). */
  readonly alike: Field;
  /** Where both show skin (1), and where the edges of eyes, nose and lips are, in which blur is seen. */
  readonly skin: Field;
  readonly edges: Field;
}

/** Light changes slowly: it is learned on cells so many times as large as masks have. */
const LIGHT_CELLS = 2.7;

/** Compares a new face with the frame under it; `free` takes from a field what something in front hides. */
export function compareFaces(
  { laid, inner, eyeDistance, black }: LaidFace,
  under: Fields,
  over: Fields,
  free: (field: Field) => Field,
): FacesCompared {
  const [{ width, height }] = under;
  const at = { left: inner.left, top: inner.top, width, height };
  const grid = coarseGridOf(at, LIGHT_CELLS * eyeDistance);
  const [smallUnder, smallOver] = [under, over].map((fields) => shrinkAll(fields, grid.width, grid.height));
  const skin = free(skinMask(laid, grid, eyeDistance));
  const down = faceAxis(laid, grid);
  const [roughUnder, rough] = [under, over].map(([luma]) => roughnessOf(luma, grid, down, skin, black));
  const shaven = [roughUnder, rough].reduce(
    (left, each) => combine(left, beardMask(each, down), (s, b) => s * (1 - b)),
    skin,
  );
  const light = learnFaceLight(smallUnder, smallOver, shaven, eyeDistance / grid.cell, black);
  const near = inFaceLight(smallOver, light);
  const alike = hairMask(laid, grid, eyeDistance, { under: smallUnder, near, rough, down });
  return { light, alike, skin, edges: free(edgeMask(laid, grid, eyeDistance)) };
}

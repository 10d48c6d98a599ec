import type { ColourTags, MouthLook, Picture } from '@mondwerk/film';

import { eyeAngle, eyeDistance } from '../measure.ts';
import type { Region } from '../region.ts';
import { sampleRegion } from '../sampling/sampleRegion.ts';

const NOSE_BASE = 2;
/** The lower face in eye distances: side of its square, and how far its centre lies below the nose. */
const SIDE = 1.7;
const BELOW_NOSE = 0.4;
/** Pixels of the square for the sharpness, and of the thumbnail made of it. */
const SHARP_SIZE = 96;
const THUMBNAIL_SIZE = 16;

const square = new Float32Array(SHARP_SIZE * SHARP_SIZE * 3);

/** Looks at the lower face: how much detail it has, and its colours in a small level square. */
export function lookAt(picture: Picture, colour: ColourTags, points: Float32Array): MouthLook {
  const sample = sampleRegion(picture, colour, lowerFace(points), SHARP_SIZE, square);
  return { sharpness: laplacianVariance(sample, SHARP_SIZE), thumbnail: thumbnailOf(sample) };
}

/** A level square round mouth and chin that does not move with the jaw. */
function lowerFace(points: Float32Array): Region {
  const angle = eyeAngle(points);
  const unit = eyeDistance(points);
  return {
    centreX: points[3 * NOSE_BASE] - Math.sin(angle) * BELOW_NOSE * unit,
    centreY: points[3 * NOSE_BASE + 1] + Math.cos(angle) * BELOW_NOSE * unit,
    size: SIDE * unit,
    angle,
  };
}

/** Variance of the 4-neighbour Laplacian of the first of three channels. */
function laplacianVariance(sample: Float32Array, size: number): number {
  const row = 3 * size;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < size - 1; y++) {
    for (let at = y * row + 3; at < (y + 1) * row - 3; at += 3) {
      const value = sample[at - 3] + sample[at + 3] + sample[at - row] + sample[at + row] - 4 * sample[at];
      sum += value;
      squares += value * value;
    }
  }
  const count = (size - 2) ** 2;
  return squares / count - (sum / count) ** 2;
}

/** Averages blocks down to the thumbnail. */
function thumbnailOf(sample: Float32Array): Uint8Array {
  const block = SHARP_SIZE / THUMBNAIL_SIZE;
  const sums = new Float32Array(THUMBNAIL_SIZE * THUMBNAIL_SIZE * 3);
  for (let y = 0; y < SHARP_SIZE; y++) {
    const row = Math.floor(y / block) * THUMBNAIL_SIZE;
    for (let x = 0; x < SHARP_SIZE; x++) {
      const to = 3 * (row + Math.floor(x / block));
      const from = 3 * (y * SHARP_SIZE + x);
      for (let channel = 0; channel < 3; channel++) sums[to + channel] += sample[from + channel];
    }
  }
  return Uint8Array.from(sums, (sum) => Math.max(0, Math.min(255, Math.round(sum / (block * block)))));
}

/** Brightness, left–right and top–bottom difference, Cb and Cr of a thumbnail, 0..1: the light on a face. */
export function lightOf(thumbnail: Uint8Array): Float32Array {
  const side = Math.sqrt(thumbnail.length / 3);
  const sums = new Float32Array(5);
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++, at += 3) {
      sums[0] += thumbnail[at];
      sums[1] += x < side / 2 ? thumbnail[at] : -thumbnail[at];
      sums[2] += y < side / 2 ? thumbnail[at] : -thumbnail[at];
      sums[3] += thumbnail[at + 1];
      sums[4] += thumbnail[at + 2];
    }
  }
  return sums.map((sum) => sum / (255 * side * side));
}

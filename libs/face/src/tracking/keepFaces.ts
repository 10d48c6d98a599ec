import { openSync, writeSync } from 'node:fs';
import { alignBox, bytesOfPicture, crop, type Box, type Picture } from '@mondwerk/film';

import type { ChunkFaces, ChunkFrame } from '../following/trackChunk.ts';
import { eyeAngle, eyeDistance } from '../measure.ts';
import { EYE_CORNERS } from '../mesh.ts';

/** Where lower faces are kept while they are followed, so that nobody has to decode their frames again for them. */
export interface KeepOptions {
  /** The files' names begin so. */
  readonly prefix: string;
  /** What all files together may hold; faces beyond that are not kept. */
  readonly mostBytes: number;
}

/** A cut-out of a frame with somebody's lower face in it: raw planes, one after another. */
export interface KeptFace {
  readonly frame: number;
  readonly box: Box;
  readonly path: string;
  readonly offset: number;
}

/** In eye distances: what lies above a line so far below the eyes is left out, and how much is kept round the rest. */
const BELOW_EYES = 0.2;
const MARGIN = 0.45;

/** Writes cut-outs into a file of its own until that is full. */
export class FaceKeeper {
  readonly #path: string;
  readonly #most: number;
  #file: number | undefined;
  #offset = 0;

  constructor(path: string, mostBytes: number) {
    this.#path = path;
    this.#most = mostBytes;
  }

  /** Keeps the lower faces of a chunk. @throws the system's error when the disk is full. */
  keep(frames: readonly ChunkFrame[], { faces }: ChunkFaces): KeptFace[] {
    const pictures = new Map(frames.map(({ frame, picture }) => [frame, picture]));
    return faces.flatMap(({ observations }) =>
      observations.flatMap(({ frame, points }) => this.#keepOne(frame, pictures.get(frame)!, points)),
    );
  }

  #keepOne(frame: number, picture: Picture, points: Float32Array): KeptFace[] {
    const box = alignBox(lowerFace(points), picture);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (width <= 0 || height <= 0) return [];
    if (this.#offset + bytesOfPicture(width, height, picture.format) > this.#most) return [];
    this.#file ??= openSync(this.#path, 'w');
    const offset = this.#offset;
    const { buffer } = crop(picture, box).planes[0].data;
    const bytes = new Uint8Array(buffer);
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
    this.#offset += bytes.length;
    return [{ frame, box, path: this.#path, offset }];
  }
}

/** A level rectangle round the part of a face that a new mouth may touch, and a little more. */
function lowerFace(points: Float32Array): Box {
  const angle = eyeAngle(points);
  const unit = eyeDistance(points);
  const down = (at: number): number => Math.cos(angle) * points[at + 1] - Math.sin(angle) * points[at];
  const eyes = EYE_CORNERS.reduce((sum, corner) => sum + down(3 * corner), 0) / EYE_CORNERS.length;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 3) {
    if (down(at) < eyes + BELOW_EYES * unit) continue;
    left = Math.min(left, points[at]);
    right = Math.max(right, points[at]);
    top = Math.min(top, points[at + 1]);
    bottom = Math.max(bottom, points[at + 1]);
  }
  const margin = MARGIN * unit;
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

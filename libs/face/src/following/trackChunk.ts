import type { ColourTags, FaceObservation, Picture } from '@mondwerk/film';

import { boxOf, sameFace } from '../box.ts';
import { detectFaces } from '../detection/detectFaces.ts';
import type { FaceFinder } from '../finder.ts';
import { measureFace, type MeasuredFace } from '../meshing.ts';
import { anticipate, hasMoved, regionOf } from '../region.ts';
import { clarity, identify } from './identify.ts';
import { lookAt } from './look.ts';

/** One frame to look at. */
export interface ChunkFrame {
  readonly frame: number;
  readonly picture: Picture;
}

/** One face through consecutive frames of a chunk, in order of time. */
export interface TracedFace {
  readonly observations: readonly FaceObservation[];
  /** Unit vector of the clearest frame. */
  readonly identity: Float32Array;
}

/** The faces of a chunk. */
export interface ChunkFaces {
  readonly faces: readonly TracedFace[];
}

/**
 * Finds the faces on the first frame and follows them to the last; then looks at the last frame for faces that
 * have come in meanwhile, and follows those back to where they appeared. No two faces share a place in a frame.
 */
export async function trackChunk(
  finder: FaceFinder,
  frames: readonly ChunkFrame[],
  colour: ColourTags,
): Promise<ChunkFaces> {
  if (frames.length === 0) return { faces: [] };
  const chunk = new Chunk(finder, frames, colour);
  const onward = await chunk.follow(
    await chunk.detect(0, 'fine'),
    frames.map((_, index) => index),
  );
  const backwards = frames.map((_, index) => frames.length - 1 - index);
  const back =
    frames.length > 1 ? await chunk.follow(await chunk.detect(backwards[0], 'coarse'), backwards) : [];
  const traces = [...onward, ...back.map((trace) => trace.toReversed())];
  const faces: TracedFace[] = [];
  for (const observations of traces)
    faces.push({ observations, identity: await chunk.identify(observations) });
  return { faces };
}

/** The frames of a chunk and what has been seen in each so far. */
class Chunk {
  readonly #finder: FaceFinder;
  readonly #frames: readonly ChunkFrame[];
  readonly #colour: ColourTags;
  readonly #seen: FaceObservation[][];

  constructor(finder: FaceFinder, frames: readonly ChunkFrame[], colour: ColourTags) {
    this.#finder = finder;
    this.#frames = frames;
    this.#colour = colour;
    this.#seen = frames.map(() => []);
  }

  /** Faces of one frame that no trace has reached yet. */
  async detect(index: number, depth: 'coarse' | 'fine'): Promise<MeasuredFace[]> {
    const known = this.#seen[index].map(({ points }) => boxOf(points));
    const { picture } = this.#frames[index];
    const faces = await detectFaces(this.#finder, picture, this.#colour, depth, known);
    return faces.filter((face) => this.#isNew(index, face));
  }

  /** Follows faces of the first of these frames through the others, each until it is lost or meets another. */
  async follow(faces: readonly MeasuredFace[], order: readonly number[]): Promise<FaceObservation[][]> {
    const traces = faces.map((face) => [this.#observe(order[0], face)]);
    let live = traces;
    for (const index of order.slice(1)) {
      const still: FaceObservation[][] = [];
      for (const trace of live) {
        const face = await this.#refind(index, trace);
        if (!face || !this.#isNew(index, face)) continue;
        trace.push(this.#observe(index, face));
        still.push(trace);
      }
      live = still;
    }
    return traces;
  }

  async identify(observations: readonly FaceObservation[]): Promise<Float32Array> {
    const clearest = observations.reduce((best, each) => (clarity(each) > clarity(best) ? each : best));
    const { picture } = this.#frames.find(({ frame }) => frame === clearest.frame)!;
    return identify(this.#finder, picture, this.#colour, clearest.points);
  }

  /** Looks where the face is expected; and once more, closer, when it is not quite there. */
  async #refind(index: number, trace: readonly FaceObservation[]): Promise<MeasuredFace | undefined> {
    const { picture } = this.#frames[index];
    const [before, last] = trace.slice(-2).map(({ points }) => regionOf(points));
    const from = last ? anticipate(before, last) : before;
    const face = await measureFace(this.#finder, picture, this.#colour, from);
    if (!face) return undefined;
    const now = regionOf(face.points);
    return hasMoved(from, now) ? measureFace(this.#finder, picture, this.#colour, now) : face;
  }

  #isNew(index: number, face: MeasuredFace): boolean {
    const box = boxOf(face.points);
    return !this.#seen[index].some((other) => sameFace(boxOf(other.points), box));
  }

  #observe(index: number, { points, irises, confidence }: MeasuredFace): FaceObservation {
    const { frame, picture } = this.#frames[index];
    const observation = {
      ...{ frame, points, ...(irises && { irises }), confidence },
      look: lookAt(picture, this.#colour, points),
    };
    this.#seen[index].push(observation);
    return observation;
  }
}

import type { FaceObservation, FaceTrack, Shot } from '@mondwerk/film';

import { boxOf, sharedFraction } from '../box.ts';
import { likeness, unitVector } from '../following/identify.ts';
import type { TracedFace } from '../following/trackChunk.ts';

/** A face may be out of sight for this many frames and still go on as the same track. */
const LONGEST_GAP = 6;
/** Across a gap the boxes must share this much, and the descriptors be this alike. */
const LEAST_SHARED = 0.3;
const LEAST_LIKENESS = 0.5;
/** Shorter tracks are flickers, unless the shot itself is as short. */
const FEWEST_OBSERVATIONS = 3;

interface OpenTrack {
  observations: FaceObservation[];
  /** Sum of the pieces' descriptors, each counted by its length. */
  identity: Float32Array;
}

/** Joins the pieces of faces that chunks have found into the tracks of one shot. */
export class ShotFaces {
  readonly shot: Shot;
  readonly #tracks: OpenTrack[] = [];
  #frames = 0;

  constructor(shot: Shot) {
    this.shot = shot;
  }

  /** Takes the faces of the shot's next chunk, `frames` long. */
  add(faces: readonly TracedFace[], frames: number): void {
    this.#frames += frames;
    for (const face of faces.toSorted((a, b) => a.observations[0].frame - b.observations[0].frame)) {
      const track = this.#continued(face);
      if (track) extend(track, face);
      else this.#tracks.push({ observations: [...face.observations], identity: weighted(face) });
    }
  }

  /** The finished tracks, named after the shot and in the order in which they begin. */
  finish(): FaceTrack[] {
    const fewest = Math.min(FEWEST_OBSERVATIONS, this.#frames);
    return this.#tracks
      .filter(({ observations }) => observations.length >= fewest)
      .map(({ observations, identity }, index) => ({
        id: `shot-${this.shot.index + 1}-face-${index + 1}`,
        shot: this.shot.index,
        span: { start: observations[0].frame, end: observations.at(-1)!.frame + 1 },
        observations,
        identity: unitVector(identity),
      }));
  }

  /** The track that ends where a face begins, at the same place and, after a gap, with the same look. */
  #continued(face: TracedFace): OpenTrack | undefined {
    const first = face.observations[0];
    const box = boxOf(first.points);
    const scored = this.#tracks.flatMap((track) => {
      const last = track.observations.at(-1)!;
      const gap = first.frame - last.frame - 1;
      const shared = sharedFraction(boxOf(last.points), box);
      const alike = likeness(unitVector(track.identity), face.identity);
      const near = gap >= 0 && gap <= LONGEST_GAP && shared > LEAST_SHARED;
      return near && (gap === 0 || alike > LEAST_LIKENESS) ? [{ track, score: shared + alike }] : [];
    });
    return scored.sort((a, b) => b.score - a.score)[0]?.track;
  }
}

function extend(track: OpenTrack, face: TracedFace): void {
  track.observations.push(...face.observations);
  const added = weighted(face);
  track.identity = track.identity.map((value, index) => value + added[index]);
}

const weighted = ({ identity, observations }: TracedFace): Float32Array =>
  identity.map((value) => value * observations.length);

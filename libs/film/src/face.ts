import type { FrameSpan } from './span.ts';

/** How many points the face mesh has (MediaPipe's canonical face, lips and eyes refined). */
export const MESH_POINTS = 468;

/**
 * One face in one frame. `points`: 468 × (x, y, z) in picture pixels, the centre of the first pixel at (0.5, 0.5),
 * z in the same unit, smaller is nearer.
 */
export interface FaceObservation {
  readonly frame: number;
  readonly points: Float32Array;
  /** Centres of the irises, the picture's left one first: 2 × (x, y) in picture pixels; left out where they were not measured. */
  readonly irises?: Float32Array;
  /** 0..1, from the mesh network's own flag. */
  readonly confidence: number;
  /** How the mouth looks in this frame, for judging whether it can be trusted and used. */
  readonly look: MouthLook;
}

/** Small measurements of the mouth region, in units that do not depend on the film's size or bit depth. */
export interface MouthLook {
  /** Variance of the Laplacian of luma (0..255 scale) over the lower face at a fixed 96-pixel width: detail that is really there. */
  readonly sharpness: number;
  /** The pose-normalised lower face, 16 × 16 pixels × (Y, Cb, Cr) on a 0..255 scale: light, and what is in front of the mouth. */
  readonly thumbnail: Uint8Array;
}

/** One face followed through one shot, frame after frame without a gap longer than a few frames. */
export interface FaceTrack {
  readonly id: string;
  readonly shot: number;
  readonly span: FrameSpan;
  readonly observations: readonly FaceObservation[];
  /** Unit vector (faceres, 1024 numbers) of the clearest frames. */
  readonly identity: Float32Array;
}

/** The tracks in which one person is seen in one film; walked several times, so they may live on disk. */
export type ReadTracks = () => AsyncIterable<FaceTrack>;

/** A person with a face, and the tracks in which that face is seen. */
export interface Performer {
  readonly id: string;
  readonly tracks: readonly string[];
}

/** The face of one frame as it is and as a plan wants it: 468 × (x, y) each, in the frame's pixels. */
export interface MeshPair {
  readonly seen: Float32Array;
  readonly wanted: Float32Array;
  readonly eyeDistance: number;
}

/** A polygon that a person drew over a mouth: the frame's own pixels stay there, or the new mouth shows whatever lies in front. */
export interface DrawnMask {
  readonly shows: 'frame' | 'mouth';
  /** Its corners (x, y) in the frame's pixels, at least three. */
  readonly corners: readonly (readonly [number, number])[];
  /** Width of its soft edge in pixels. */
  readonly feather: number;
}

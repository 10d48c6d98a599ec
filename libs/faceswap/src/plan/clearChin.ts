/** The lower lip's edge in its middle and the skin beneath it, down to the chin. */
const BENEATH = [17, 18, 200, 199] as const;

/** Skin beneath a lip is squeezed to no less than this share of what it is at rest. */
const LEAST = 0.7;

/**
 * A head shape (468 × 3) whose lower lip comes upon no skin beneath it: that skin gives way downwards. The points of lips are
 * measured more finely than those of skin, which lag behind wide openings; where both met, the lip would be folded.
 */
export function clearChin(shape: Float32Array, atRest: Float32Array): Float32Array {
  const out = Float32Array.from(shape);
  for (let i = 1; i < BENEATH.length; i++) {
    const [above, below] = [3 * BENEATH[i - 1] + 1, 3 * BENEATH[i] + 1];
    out[below] = Math.max(out[below], out[above] + LEAST * (atRest[below] - atRest[above]));
  }
  return out;
}

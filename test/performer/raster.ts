/** Which triangle is seen at each of the 2 × 2 samples of each pixel (-1: none), and how near it is. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly seen: Int32Array;
  readonly near: Float32Array;
}

/** Samples a pixel is wide and high. */
export const FINE = 2;

/** Makes room for the sight of a picture of this size. */
export function emptySight(width: number, height: number): Sight {
  const size = width * height * FINE * FINE;
  return {
    width: width * FINE,
    height: height * FINE,
    seen: new Int32Array(size),
    near: new Float32Array(size),
  };
}

/**
 * Finds for every sample the nearest triangle. `screen` holds picture x, y and nearness of each vertex; of the first
 * `oneSided` vertex numbers only triangles that face the viewer count.
 */
export function look(
  sight: Sight,
  screen: Float32Array,
  triangles: Uint32Array,
  scale = FINE,
  oneSided = 0,
): void {
  sight.seen.fill(-1);
  sight.near.fill(0);
  const { seen, near: nearest, width, height } = sight;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t] * 3;
    const b = triangles[t + 1] * 3;
    const c = triangles[t + 2] * 3;
    const ax = screen[a] * scale - 0.5;
    const ay = screen[a + 1] * scale - 0.5;
    const bx = screen[b] * scale - 0.5;
    const by = screen[b + 1] * scale - 0.5;
    const cx = screen[c] * scale - 0.5;
    const cy = screen[c + 1] * scale - 0.5;
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area === 0 || (t < oneSided && area > 0)) continue;
    const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx)));
    const x1 = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx)));
    const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
    const y1 = Math.min(height - 1, Math.floor(Math.max(ay, by, cy)));
    if (x1 < x0 || y1 < y0) continue;
    const inv = 1 / area;
    const stepB = (cy - ay) * inv;
    const stepC = -(by - ay) * inv;
    const na = screen[a + 2];
    const toB = screen[b + 2] - na;
    const toC = screen[c + 2] - na;
    for (let y = y0; y <= y1; y++) {
      let wb = ((x0 - ax) * (cy - ay) - (y - ay) * (cx - ax)) * inv;
      let wc = ((bx - ax) * (y - ay) - (by - ay) * (x0 - ax)) * inv;
      let at = y * width + x0;
      for (let x = x0; x <= x1; x++, at++, wb += stepB, wc += stepC) {
        if (wb < -1e-5 || wc < -1e-5 || wb + wc > 1.00001) continue;
        const near = na + toB * wb + toC * wc;
        if (near > nearest[at]) {
          nearest[at] = near;
          seen[at] = t;
        }
      }
    }
  }
}

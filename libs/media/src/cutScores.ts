/** The size at which cuts are looked for: enough to tell pictures apart, too small for grain to matter. */
export const THUMBNAIL = { width: 64, height: 36 } as const;

/** Bytes of one thumbnail: Y, Cb and Cr at full resolution. */
export const THUMBNAIL_BYTES = THUMBNAIL.width * THUMBNAIL.height * 3;

/** How many frames on either side of a possible cut must all differ across it. Flashes this long minus one are no cuts. */
export const DEPTH = 3;

/** How a frame differs from those before it. */
export interface FrameChange {
  /** Mean absolute difference to the frame before, 0..255. */
  readonly step: number;
  /** The smallest difference between any of the `DEPTH` frames before and any of the `DEPTH` frames from here on. */
  readonly across: number;
}

/** Mean absolute difference of all samples of two thumbnails, 0..255. */
export function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}

/** Measures, frame by frame, how the pictures before differ from those after; holds only a handful of thumbnails. */
export async function* measureChanges(thumbnails: AsyncIterable<Uint8Array>): AsyncGenerator<FrameChange> {
  const recent: Uint8Array[] = [];
  for await (const thumbnail of thumbnails) {
    recent.push(thumbnail);
    if (recent.length < DEPTH) continue;
    yield changeAt(recent, recent.length - DEPTH);
    if (recent.length === 2 * DEPTH) recent.shift();
  }
  for (let left = Math.min(DEPTH - 1, recent.length); left > 0; left--) {
    yield changeAt(recent, recent.length - left);
  }
}

function changeAt(recent: readonly Uint8Array[], at: number): FrameChange {
  if (at === 0) return { step: 0, across: 0 };
  const before = recent.slice(Math.max(0, at - DEPTH), at);
  const after = recent.slice(at, at + DEPTH);
  const across = before.flatMap((a) => after.map((b) => difference(a, b)));
  return { step: difference(recent[at - 1], recent[at]), across: Math.min(...across) };
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soundPeaks, type Film } from '@mondwerk/media';
import type { VoicePiece } from '@mondwerk/speech';

/** The shape of a sound: the lowest and highest sample of every stretch, -127..127. */
export interface Peaks {
  readonly perSecond: number;
  /** Pairs of lowest and highest. */
  readonly values: Int8Array;
}

/** So fine that every pixel of a picture has its own pair. */
const PER_SECOND = 200;

/** Reads the shape of a sound file, or of a film's first sound, for drawing it. @throws Refusal for a sound that cannot be read. */
export async function shapeOfSound(sound: Film | string, signal: AbortSignal): Promise<Peaks> {
  const folder = await mkdtemp(join(tmpdir(), 'mondwerk-'));
  try {
    const out = join(folder, 'peaks');
    await soundPeaks(sound, { perSecond: PER_SECOND, signal }, out);
    const bytes = await readFile(out);
    return { perSecond: PER_SECOND, values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The shape of a sound whose pieces are heard elsewhere; between them it is silent. */
export function layPeaks(
  { perSecond, values }: Peaks,
  pieces: readonly VoicePiece[],
  seconds: number,
): Peaks {
  const laid = new Int8Array(2 * Math.ceil(seconds * perSecond));
  for (const { from, to, at } of pieces) {
    const [first, end, place] = [from, to, at].map((time) => 2 * Math.round(time * perSecond));
    const part = values.subarray(first, end);
    laid.set(part.subarray(0, Math.max(0, laid.length - place)), Math.min(place, laid.length));
  }
  return { perSecond, values: laid };
}

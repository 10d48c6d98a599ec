import type { Film } from './film.ts';
import { decodeFrames } from './rawFrames.ts';

/** What two films that should be the same show at one frame. */
export interface ComparedFrame {
  readonly frame: number;
  /** How alike their pictures are, 1 the same but for light and contrast; `null` where one shows nothing. */
  readonly likeness: number | null;
  /** The frame of the second film that is plainly more like the first's than its own, where there is one. */
  readonly rather: number | null;
}

const SIZE = { width: 64, height: 36 };

/** Below this deviation (of 255) there is nothing in a picture by which it could be known. */
const EMPTY = 2;

/** Frames on either side that are looked at too. */
const AROUND = 2;

/** Another frame must miss this much less than the own one. */
const PLAINLY = 0.6;

/** So alike is a frame to itself in another film. */
const SAME = 0.9;

/** A difference of moving pictures; less is noise. */
const MOVED = 0.02;

/** Compares small pictures of two films of equally many frames, at some frames. @throws Refusal `truncated` */
export async function* comparePictures(
  first: Film,
  second: Film,
  frames: readonly number[],
): AsyncGenerator<ComparedFrame> {
  for (const frame of frames) {
    const last = second.pts.length - 1;
    const span = { start: Math.max(0, frame - AROUND), end: Math.min(last, frame + AROUND) + 1 };
    const [own] = await smallPictures(first, { start: frame, end: frame + 1 });
    const others = await smallPictures(second, span);
    yield compare(own, others, frame, frame - span.start);
  }
}

function compare(own: Looks, others: readonly Looks[], frame: number, at: number): ComparedFrame {
  if (own === null || others[at] === null) return { frame, likeness: null, rather: null };
  const misses = others.map((other) => (other === null ? Infinity : missBetween(own, other)));
  const best = misses.indexOf(Math.min(...misses));
  const moved = misses[best] < PLAINLY * misses[at] && misses[at] - misses[best] > MOVED;
  const same = moved && likenessOf(own, others[best]!) > SAME;
  return { frame, likeness: likenessOf(own, others[at]), rather: same ? frame + best - at : null };
}

/** A picture with light and contrast taken out: mean 0, deviation 1; `null` where it shows nothing. */
type Looks = Float32Array | null;

async function smallPictures(film: Film, span: { start: number; end: number }): Promise<Looks[]> {
  const { width, height } = SIZE;
  const layout = {
    filters: [`scale=${width}:${height}:flags=area`],
    format: 'gray',
    bytes: width * height,
  };
  const looks: Looks[] = [];
  for await (const { bytes } of decodeFrames(film, layout, span)) looks.push(looksOf(new Uint8Array(bytes)));
  return looks;
}

function looksOf(luma: Uint8Array): Looks {
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  const spread = Math.sqrt(luma.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luma.length);
  return spread < EMPTY ? null : Float32Array.from(luma, (value) => (value - mean) / spread);
}

const missBetween = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;

/** Their correlation. */
const likenessOf = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0) / a.length;

import type { FrameSpan } from '@mondwerk/film';

/**
 * How a key picture stands to what comes before it: `closed`: nothing from it on refers across; `leading`: only pictures
 * that are shown before it do; `within`: decoding may begin here, but no other encoder's pictures may come before.
 */
export type KeyKind = 'closed' | 'leading' | 'within';

/** Where copying may begin and end. */
export interface Borders {
  /** Frames from which on pictures can be copied behind others, ascending. */
  readonly starts: readonly number[];
  /** Frames before which copying can stop, ascending; the film's end is one. */
  readonly ends: readonly number[];
  /** Frames whose pictures depend on some that the film leaves out. */
  readonly unsound: readonly FrameSpan[];
  /** By how many pictures decoding runs ahead of showing. */
  readonly delay: number;
}

/** One coded picture, in the order of decoding. */
export interface DecodedPicture {
  /** The frame that it shows, `undefined` where the film leaves it out. */
  readonly frame: number | undefined;
  readonly key: KeyKind | null;
}

/**
 * Finds the borders of a film of so many frames at which no copied picture refers across. Pictures that are shown before
 * a key picture but coded after it count as those of the group before, so that copying begins with the key picture.
 */
export function findBorders(pictures: readonly DecodedPicture[], frames: number): Borders {
  const shown = pictures.map(({ frame }) => frame);
  const firstFrom = suffixMinima(shown, frames);
  const lastBefore = prefixMaxima(shown);
  const keys = pictures.flatMap(({ key }, at) => (key === null ? [] : [at]));
  const starts: number[] = [];
  const ends: number[] = [];
  const unsound: FrameSpan[] = [];
  for (const [index, at] of [...(keys[0] === 0 ? [] : [0]), ...keys].entries()) {
    const next = keys[index + (keys[0] === 0 ? 1 : 0)] ?? pictures.length;
    const { frame, key } = pictures[at];
    const group = shown.slice(at, next).filter((each) => each !== undefined);
    if (group.length < next - at || key === null)
      unsound.push(...group.map((each) => ({ start: each, end: each + 1 })));
    if (lastBefore[at] < firstFrom[at] && firstFrom[at] < frames) ends.push(firstFrom[at]);
    const alone = frame !== undefined && lastBefore[at] < frame && firstFrom[next] > frame;
    if (alone && key !== null && (key !== 'within' || at === 0)) starts.push(frame);
  }
  return { starts, ends: [...ends, frames], unsound, delay: delayOf(shown) };
}

function suffixMinima(shown: readonly (number | undefined)[], none: number): number[] {
  const minima: number[] = Array.from({ length: shown.length + 1 }, () => none);
  for (let at = shown.length - 1; at >= 0; at--) minima[at] = Math.min(minima[at + 1], shown[at] ?? none);
  return minima;
}

function prefixMaxima(shown: readonly (number | undefined)[]): number[] {
  const maxima = [-1];
  for (const frame of shown) maxima.push(Math.max(maxima.at(-1)!, frame ?? -1));
  return maxima;
}

/** The most pictures that are coded before one and shown after it. */
function delayOf(shown: readonly (number | undefined)[]): number {
  const ahead: number[] = [];
  let most = 0;
  for (const frame of shown) {
    if (frame === undefined) continue;
    const later = ahead.filter((each) => each > frame);
    most = Math.max(most, later.length);
    ahead.splice(0, ahead.length, ...later, frame);
  }
  return most;
}

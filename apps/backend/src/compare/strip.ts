import { contains, type Box } from '@mondwerk/film';
import type { AnyReport } from '../pipeline/report/readReport.ts';

/** One frame of a mouth or a face, and what it says there. */
export interface ShownFrame {
  readonly frame: number;
  /** The sounds whose middle the frame shows, as IPA; `–` for a pause; none where nothing is known of them. */
  readonly phones: readonly string[];
  /** The place in the film's picture that is shown; as large for all frames of a strip. */
  readonly box: Box;
  /** Why the frame was left as it was, where it was. */
  readonly left: string | null;
}

/** A mouth while it says one line, or a face through one shot: pictures of one size, in order of time. */
export interface Strip {
  /** `null` where it is a face. */
  readonly line: number | null;
  readonly heading: string;
  readonly text: string;
  /** The size of its pictures in the film's pixels. */
  readonly size: PictureSize;
  readonly frames: readonly ShownFrame[];
}

/** Width and height in the film's pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How much of a box is shown round it, so that its edge is seen too. */
const ROUND = 0.12;

/**
 * Where a mouth or a face is in each frame: of the boxes that lie where its track goes, the one nearest to the frame before.
 * Where it was left as it was, it is where it was seen last.
 */
export function placesOf(
  sounds: readonly { readonly frame: number }[],
  track: Box,
  boxes: ReadonlyMap<number, readonly Box[]>,
): Box[] {
  let last: Box | undefined;
  const seen = sounds.map(({ frame }) => {
    const own = (boxes.get(frame) ?? []).filter((box) => isInside(box, track));
    last = own.sort((a, b) => distance(a, last ?? track) - distance(b, last ?? track))[0] ?? last;
    return last;
  });
  const first = seen.find((box) => box !== undefined) ?? track;
  return seen.map((box) => box ?? first);
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom;

const distance = (a: Box, b: Box): number =>
  Math.hypot(a.left + a.right - b.left - b.right, a.top + a.bottom - b.top - b.bottom);

/** Gives all frames of a strip pictures of one size, round the place of each. */
export function cutAlike(
  sounds: readonly Omit<ShownFrame, 'box'>[],
  places: readonly Box[],
  picture: PictureSize,
): Pick<Strip, 'size' | 'frames'> {
  const side = (of: (box: Box) => number, most: number): number =>
    even(Math.min(most, (1 + 2 * ROUND) * Math.max(0, ...places.map(of))));
  const size = {
    width: side(({ left, right }) => right - left, picture.width),
    height: side(({ top, bottom }) => bottom - top, picture.height),
  };
  return {
    size,
    frames: sounds.map((sound, at) => ({ ...sound, box: boxRound(places[at], size, picture) })),
  };
}

type Passed = AnyReport['shots'][number]['passed'];

/** Why a track was left in a frame, `null` where it was not. */
export const whyLeft = (passed: Passed, track: string, frame: number): string | null =>
  passed.find((each) => each.track === track && each.frames.some((span) => contains(span, frame)))?.reason ??
  null;

/** A box of a size round the middle of another, moved into the picture where it would stick out. */
function boxRound(place: Box, size: PictureSize, picture: PictureSize): Box {
  const begin = (from: number, to: number, side: number, most: number): number =>
    even(Math.min(Math.max(0, (from + to - side) / 2), most - side));
  const left = begin(place.left, place.right, size.width, picture.width);
  const top = begin(place.top, place.bottom, size.height, picture.height);
  return { left, top, right: left + size.width, bottom: top + size.height };
}

/** Even corners, as subsampled colour wants them. */
const even = (value: number): number => 2 * Math.floor(value / 2);

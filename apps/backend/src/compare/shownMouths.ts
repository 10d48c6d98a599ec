import { contains, frameAt, SILENCE, type Box, type FilmClock, type FrameSpan } from '@mondwerk/film';
import { boxesByFrame } from '../pipeline/report/boxLines.ts';
import type { Report } from '../pipeline/report/reportSchema.ts';

/** One frame of a mouth, and what it says there. */
export interface ShownMouth {
  readonly frame: number;
  /** The sounds whose middle the frame shows, as IPA; `–` for a pause. */
  readonly phones: readonly string[];
  /** The place in the film's picture that is shown; as large for all frames of a strip. */
  readonly box: Box;
  /** Why the frame was left as it was, where it was. */
  readonly left: string | null;
}

/** The mouth of one face while it says one line: pictures of one size, in order of time. */
export interface MouthStrip {
  readonly line: number;
  readonly text: string;
  readonly timecode: string;
  readonly performer: string;
  /** The size of its pictures in the film's pixels. */
  readonly size: PictureSize;
  readonly mouths: readonly ShownMouth[];
}

/** Width and height in the film's pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How much of a mouth's box is shown round it, so that its edge is seen too. */
const ROUND = 0.12;

/** The mouths of a report's lines, a frame for every sound; `wanted` are the numbers of the lines, all when left out. */
export function shownMouths(
  report: Report,
  { clock, ...picture }: PictureSize & { readonly clock: FilmClock },
  wanted?: ReadonlySet<number>,
): MouthStrip[] {
  const boxes = boxesByFrame(report.proof);
  return report.lines
    .filter(({ index }) => wanted === undefined || wanted.has(index))
    .flatMap((line) => {
      const sounds = soundsByFrame(line.phones, clock, report.settings.stretch);
      const { index, text, timecode } = line;
      return report.shots.flatMap((shot) =>
        shot.changed
          .filter(({ performer }) => performer === line.performer)
          .map(({ performer, track, box }) => {
            const own = sounds
              .filter(({ frame }) => contains(shot.frames, frame))
              .map((sound) => ({ ...sound, left: whyLeft(shot.passed, track, sound.frame) }));
            const places = placesOf(own, box, boxes);
            return { line: index, text, timecode, performer, ...cutAlike(own, places, picture) };
          }),
      );
    })
    .filter(({ mouths }) => mouths.length > 0);
}

/**
 * Where a face's mouth is in each frame: of the boxes that lie where its track goes, the one nearest to the frame before.
 * Where it was left as it was, it is where it was seen last.
 */
function placesOf(
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

/** Gives all mouths of a strip pictures of one size, round the place of each. */
function cutAlike(
  sounds: readonly Omit<ShownMouth, 'box'>[],
  places: readonly Box[],
  picture: PictureSize,
): Pick<MouthStrip, 'size' | 'mouths'> {
  const side = (of: (box: Box) => number, most: number): number =>
    even(Math.min(most, (1 + 2 * ROUND) * Math.max(0, ...places.map(of))));
  const size = {
    width: side(({ left, right }) => right - left, picture.width),
    height: side(({ top, bottom }) => bottom - top, picture.height),
  };
  return {
    size,
    mouths: sounds.map((sound, at) => ({ ...sound, box: boxRound(places[at], size, picture) })),
  };
}

type Line = Report['lines'][number];
type Passed = Report['shots'][number]['passed'];

function soundsByFrame(
  phones: Line['phones'],
  clock: FilmClock,
  stretch: FrameSpan,
): Omit<ShownMouth, 'left' | 'box'>[] {
  const byFrame = Map.groupBy(phones, ({ span }) => frameAt(clock, (span.start + span.end) / 2));
  return [...byFrame]
    .filter(([frame]) => contains(stretch, frame))
    .map(([frame, said]) => ({ frame, phones: said.map(({ ipa }) => (ipa === SILENCE ? '–' : ipa)) }));
}

const whyLeft = (passed: Passed, track: string, frame: number): string | null =>
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

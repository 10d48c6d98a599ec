import { framesOf, lengthOf, middleOf, overlaps, type FrameSpan, type MouthCue } from '@mondwerk/film';
import { apertureOfMouth, widthOf, type WantedTrack } from '@mondwerk/lipsync';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { SpokenLine } from '../casting/castLines.ts';
import type { ShotCues } from '../shapeShot.ts';
import { mismatchOf, type ComparedMouth, type Mismatch, type Pace, type SeenForm } from './mismatch.ts';
import type { SeenMouths } from './seenMouths.ts';

/** A shot in which a line is said; `undefined` where nobody is dubbed in it. */
export interface CuedShot {
  readonly said: SpokenLine;
  readonly cues: ShotCues | undefined;
}

/** What lines are judged by. */
export interface Judging extends Pick<CheckedFilm, 'film'> {
  /** By performer. */
  readonly seen: ReadonlyMap<string, SeenMouths>;
  readonly pace: Pace;
}

/** How visibly the old mouths say something else than a line, in all the shots in which it is said. */
export function judgeLine(line: number, shots: readonly CuedShot[], judging: Judging): Mismatch | null {
  const mouths = shots.map(({ said, cues }) => {
    const own = (cues?.cues ?? []).filter((cue) => cue.line === line);
    return tracksOf(said, cues).flatMap((track) => compare(track, said, own, judging) ?? []);
  });
  const unseen = shots.reduce((sum, { said }, at) => {
    const compared = mouths[at].reduce((count, { line: own }) => count + lengthOf(own), 0);
    return sum + Math.max(0, lengthOf(said.frames) - compared);
  }, 0);
  return mismatchOf(mouths.flat(), unseen, judging.pace);
}

const tracksOf = ({ performer, frames }: SpokenLine, cues: ShotCues | undefined): WantedTrack[] =>
  (cues?.wanted ?? []).flatMap(({ performer: whose, track }) =>
    whose === performer && overlaps(track.span, frames) ? [track] : [],
  );

function compare(
  { track, span, displacement }: WantedTrack,
  { performer, frames }: SpokenLine,
  cues: readonly MouthCue[],
  { film, seen, pace }: Judging,
): ComparedMouth | undefined {
  const mouths = seen.get(performer ?? '');
  if (mouths === undefined) return undefined;
  const { rest, range } = mouths;
  const line = { start: Math.max(frames.start, span.start), end: Math.min(frames.end, span.end) };
  const first = Math.max(span.start, line.start - pace.farthest);
  const last = Math.min(span.end, line.end + pace.farthest);
  const entries = mouths.of(track);
  const places = Array.from({ length: last - first }, (_, at) => first + at);
  return {
    line: from(first, line),
    seen: places.map((frame): SeenForm | null => {
      const entry = entries.get(frame);
      if (entry === undefined) return null;
      return {
        aperture: entry.aperture,
        width: mouths.widthIn(entry),
        size: entry.eyeDistance / film.height,
      };
    }),
    wanted: places.map((frame) => {
      const at = (frame - span.start) * rest.length;
      const mouth = rest.map((value, k) => value + displacement[at + k]);
      return { aperture: apertureOfMouth(mouth), width: widthOf(mouth) };
    }),
    firm: cues
      .map(({ shape, span: heard }) => ({ shape, frames: from(first, framesWithin(heard, line, film)) }))
      .filter(({ frames: those }) => lengthOf(those) > 0),
    ...{ range, restWidth: widthOf(rest) },
  };
}

const from = (first: number, { start, end }: FrameSpan): FrameSpan => ({
  start: start - first,
  end: end - first,
});

/** The frames in whose middle a cue holds, as far as they are the line's; of a short one the frame that shows it. */
function framesWithin(cue: MouthCue['span'], line: FrameSpan, { clock }: CheckedFilm['film']): FrameSpan {
  const all = framesOf(clock, cue);
  const held = Array.from({ length: lengthOf(all) }, (_, at) => all.start + at).filter(
    (frame) => middleOf(clock, frame) >= cue.start && middleOf(clock, frame) < cue.end,
  );
  const frames = held.length === 0 ? all : { start: held[0], end: held[held.length - 1] + 1 };
  return { start: Math.max(line.start, frames.start), end: Math.min(line.end, frames.end) };
}

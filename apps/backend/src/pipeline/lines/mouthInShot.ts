import { contains, framesOf, type FilmClock, type FrameSpan, type MouthCue } from '@mondwerk/film';
import { apertureOfMouth, type PlannedMouth, type WantedTrack } from '@mondwerk/lipsync';
import type { MouthInShot } from './lineMouth.ts';
import type { ComparedFrame } from './mismatch.ts';
import { to4 } from './to4.ts';
import type { SeenOpenings } from './seenOpenings.ts';

/** A track that says a line in a shot, and all that is known of it. */
export interface SayingTrack {
  readonly shot: number;
  readonly performer: string;
  readonly wanted: WantedTrack;
  /** What is planned for the track, by frame. */
  readonly planned: ReadonlyMap<number, PlannedMouth>;
  readonly openings: SeenOpenings;
  /** The shapes that the line needs. */
  readonly cues: readonly MouthCue[];
}

/** What a mouth does in some frames of its track, and how that compares with what it did. */
export interface DescribedMouth {
  readonly mouth: MouthInShot;
  readonly compared: readonly ComparedFrame[];
}

const MEETING: readonly MouthCue['shape'][] = ['closed', 'lip-to-teeth'];

/** Describes what a mouth does in some frames of its track; `height` is the picture's, in pixels. */
export function mouthInShot(
  { shot, performer, wanted: { track, span, displacement }, planned, openings, cues }: SayingTrack,
  { start, end }: FrameSpan,
  { clock, height }: { readonly clock: FilmClock; readonly height: number },
): DescribedMouth {
  const { rest, range } = openings;
  const entries = openings.of(track);
  const meetings = cues
    .filter(({ shape }) => MEETING.includes(shape))
    .map((cue) => framesOf(clock, cue.span));
  const compared = Array.from({ length: end - start }, (_, at): ComparedFrame => {
    const frame = start + at;
    const from = (frame - span.start) * rest.length;
    const entry = entries.get(frame);
    return {
      seen: entry === undefined ? null : to4(entry.aperture),
      wanted: to4(apertureOfMouth(rest.map((value, k) => value + displacement[from + k]))),
      meeting: meetings.some((frames) => contains(frames, frame)),
      size: (entry?.eyeDistance ?? 0) / height,
      range,
    };
  });
  const mouths = compared.map((_, at) => planned.get(start + at));
  return {
    mouth: {
      ...{ shot, performer, track, start, end },
      seen: compared.map(({ seen }) => seen),
      wanted: compared.map(({ wanted }) => wanted),
      strength: mouths.map((mouth) => to4(mouth?.strength ?? 0)),
      passed: passedSpans(mouths, start),
    },
    compared,
  };
}

/** Neighbouring frames that stay as they were for the same reason. */
function passedSpans(mouths: readonly (PlannedMouth | undefined)[], start: number): MouthInShot['passed'] {
  const spans: MouthInShot['passed'] = [];
  mouths.forEach((mouth, at) => {
    if (mouth !== undefined && mouth.strength > 0) return;
    const reason = mouth?.reason ?? 'not seen';
    const last = spans.at(-1);
    if (last?.reason === reason && last.end === start + at) last.end += 1;
    else spans.push({ reason, start: start + at, end: start + at + 1 });
  });
  return spans;
}

import type { FrameSpan } from '@mondwerk/film';
import { apertureOfMouth, type PlannedMouth, type WantedTrack } from '@mondwerk/lipsync';
import type { MouthInShot } from './lineMouth.ts';
import { to4 } from './to4.ts';
import type { SeenMouths } from './seenMouths.ts';

/** A track that says a line in a shot, and all that is known of it. */
export interface SayingTrack {
  readonly shot: number;
  readonly performer: string;
  readonly wanted: WantedTrack;
  /** What is planned for the track, by frame. */
  readonly planned: ReadonlyMap<number, PlannedMouth>;
  readonly mouths: SeenMouths;
}

/** Describes what a mouth does in some frames of its track. */
export function mouthInShot(
  { shot, performer, wanted: { track, span, displacement }, planned, mouths }: SayingTrack,
  { start, end }: FrameSpan,
): MouthInShot {
  const entries = mouths.of(track);
  const frames = Array.from({ length: end - start }, (_, at) => start + at);
  const wantedIn = (frame: number): number => {
    const from = (frame - span.start) * mouths.rest.length;
    return apertureOfMouth(mouths.rest.map((value, k) => value + displacement[from + k]));
  };
  const own = frames.map((frame) => planned.get(frame));
  return {
    ...{ shot, performer, track, start, end },
    seen: frames.map((frame) => {
      const entry = entries.get(frame);
      return entry === undefined ? null : to4(entry.aperture);
    }),
    wanted: frames.map((frame) => to4(wantedIn(frame))),
    strength: own.map((mouth) => to4(mouth?.strength ?? 0)),
    passed: passedSpans(own, start),
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

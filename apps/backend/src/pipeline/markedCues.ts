import type { Line, MouthCue, Phone, TimeSpan } from '@mondwerk/film';
import { heedMarks, type EditedCues } from '@mondwerk/lipsync';
import type { DubbedTrack } from './casting/dubbedTracks.ts';
import type { CheckedOrder } from './checkedOrder.ts';
import { AS_SAID } from './lineSettings.ts';

/** What marks are heeded in. */
export interface Marked {
  readonly lines: readonly Line[];
  readonly said: readonly Phone[];
  readonly settings: CheckedOrder['lineSettings'];
  readonly track: DubbedTrack;
  readonly frameLength: number;
}

/** A mark reaches for a closure so many frames away. */
const MARK_REACH = 1.5;

/** A mark that is so many seconds away from what is heard of its line is about something else. */
const BESIDE = 1;

const isNear = (at: number, { start, end }: TimeSpan, reach: number): boolean =>
  at > start - reach && at < end + reach;

/** Cues as the script's marks want them, but where people said of the very sound how it shall look. */
export function markedCues(
  { cues, phones }: EditedCues,
  { lines, said, settings, track, frameLength }: Marked,
): readonly MouthCue[] {
  const reach = MARK_REACH * frameLength;
  const marks = lines
    .filter(({ index }) => track.lines.includes(index))
    .flatMap(({ index, marks: own = [] }) => {
      const { offset, cues: edits } = settings.find(({ line }) => line === index) ?? AS_SAID;
      const places = said.filter(({ line }) => line === index);
      if (places.length === 0) return [];
      const heard = { start: places[0].span.start, end: places[places.length - 1].span.end };
      const decided = edits.flatMap(({ cue: { phone } }) => places[phone]?.span ?? []);
      return own
        .filter(({ at }) => isNear(at, heard, BESIDE) && !decided.some((sound) => isNear(at, sound, reach)))
        .map(({ kind, at }) => ({ kind, at: at + offset, line: index }));
    });
  return heedMarks(cues, marks, { phones, reach });
}

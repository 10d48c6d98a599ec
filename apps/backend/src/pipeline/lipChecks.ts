import { framesOf, overlaps, type FilmClock, type MouthCue } from '@mondwerk/film';
import type { PlannedMouth } from '@mondwerk/lipsync';
import type { DubbedTrack } from './casting/dubbedTracks.ts';

/** A sound that only closed lips, or a lip at the teeth, can make: the frame in which that must be seen. */
export interface LipCheck {
  readonly line: number;
  readonly ipa: string;
  readonly shape: MouthCue['shape'];
  readonly performer: string;
  readonly track: string;
  readonly frame: number;
  /** The gap between the inner lips that was asked for, in eye distances. */
  readonly wantedGap: number;
}

const CHECKED: readonly MouthCue['shape'][] = ['closed', 'lip-to-teeth'];

/** A gap may be this much wider than wanted, in eye distances, before an eye notices. */
export const NOTICED_GAP = 0.03;

/** For every p b m f v that is re-performed, the frame in which its lips come nearest. */
export function lipChecks(
  cues: readonly MouthCue[],
  dubbed: readonly DubbedTrack[],
  plan: readonly PlannedMouth[],
  clock: FilmClock,
): LipCheck[] {
  const planned = new Map(plan.map((mouth) => [`${mouth.track}#${mouth.frame}`, mouth]));
  const checked = cues.filter(({ shape }) => CHECKED.includes(shape));
  return dubbed.flatMap(({ performer, track, span, lines }) =>
    checked.flatMap((cue): LipCheck[] => {
      const frames = framesOf(clock, cue.span);
      if (!lines.includes(cue.line) || !overlaps(frames, span)) return [];
      const seen = Array.from({ length: frames.end - frames.start }, (_, at) => frames.start + at).flatMap(
        (frame) => {
          const mouth = planned.get(`${track}#${frame}`);
          return mouth === undefined || mouth.openings.length === 0 ? [] : [{ frame, gap: gapOf(mouth) }];
        },
      );
      if (seen.length === 0) return [];
      const nearest = seen.reduce((best, each) => (each.gap < best.gap ? each : best));
      const { line, ipa, shape } = cue;
      return [{ line, ipa, shape, performer, track, frame: nearest.frame, wantedGap: nearest.gap }];
    }),
  );
}

/** The mean opening of the middle third of the lips. */
function gapOf({ openings }: PlannedMouth): number {
  const third = Math.floor(openings.length / 3);
  const middle = openings.slice(third, openings.length - third);
  return middle.reduce((sum, opening) => sum + Math.max(0, opening), 0) / middle.length;
}

import {
  contains,
  formatTimecode,
  overlaps,
  spansOf,
  type Box,
  type FrameSpan,
  type Shot,
} from '@mondwerk/film';
import type { Film } from '@mondwerk/media';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { PatchResult } from '../renderedFrame.ts';
import type { Report } from './reportSchema.ts';

/** What became of the mouths or faces of some shots. */
export interface ShotsDone {
  readonly shots: readonly Shot[];
  readonly stretch: FrameSpan;
  readonly film: Pick<Film, 'rate'>;
  /** The tracks that were to get new mouths or faces. */
  readonly dubbed: readonly DubbedTrack[];
  readonly patches: readonly PatchResult[];
  /** Left out where they are mouths. */
  readonly what?: 'face';
}

/** Writes up every shot of the stretch: which faces were changed and where, which frames were left and why. */
export function reportShots({ shots, stretch, film, dubbed, patches, what }: ShotsDone): Report['shots'] {
  const byTrack = Map.groupBy(patches, ({ track }) => track);
  return shots
    .filter(({ frames }) => overlaps(frames, stretch))
    .map(({ index, frames }) => {
      const faces = dubbed
        .filter(({ shot }) => shot.index === index)
        .map(({ performer, track }) => ({
          ...{ performer, track, ...(what && { what }) },
          mouths: (byTrack.get(track) ?? []).filter(({ frame }) => contains(frames, frame)),
        }));
      return {
        index,
        frames,
        timecode: formatTimecode(frames.start, film.rate),
        changed: faces.flatMap(changedFace),
        passed: faces.flatMap(passedFrames),
      };
    });
}

interface Face {
  readonly performer: string;
  readonly track: string;
  readonly what?: 'face';
  readonly mouths: readonly PatchResult[];
}

function changedFace({ performer, track, what, mouths }: Face): Report['shots'][number]['changed'] {
  const changed = mouths.filter(({ passed }) => passed === null);
  if (changed.length === 0) return [];
  const box = unionOf(changed.map((mouth) => mouth.box));
  const inFront = changed.filter((mouth) => mouth.inFront !== undefined).length;
  return [{ performer, track, ...(what && { what }), frames: changed.length, inFront, box }];
}

function passedFrames({ performer, track, mouths }: Face): Report['shots'][number]['passed'] {
  const byReason = Map.groupBy(
    mouths.filter(({ passed }) => passed !== null),
    ({ passed }) => passed!,
  );
  return [...byReason].map(([reason, passed]) => ({
    performer,
    track,
    reason,
    frames: spansOf(
      passed.map(({ frame }) => frame).sort((a, b) => a - b),
      1,
    ),
  }));
}

const unionOf = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

import { contains, formatTimecode, overlaps, spansOf, type Box } from '@mondwerk/film';
import type { PatchResult } from '../renderedFrame.ts';
import { allMouths } from './allMouths.ts';
import type { Findings } from './findings.ts';
import type { Report } from './reportSchema.ts';

/** Writes up every shot of the stretch: which faces were changed and where, which frames were left and why. */
export function reportShots(findings: Findings): Report['shots'] {
  const { shots, order, dubbed } = findings;
  const mouths = allMouths(findings);
  return shots
    .filter(({ frames }) => overlaps(frames, order.stretch))
    .map(({ index, frames }) => {
      const faces = dubbed
        .filter(({ shot }) => shot.index === index)
        .map(({ performer, track }) => ({
          performer,
          track,
          mouths: mouths.filter((mouth) => mouth.track === track && contains(frames, mouth.frame)),
        }));
      return {
        index,
        frames,
        timecode: formatTimecode(frames.start, order.film.rate),
        changed: faces.flatMap(changedFace),
        passed: faces.flatMap(passedFrames),
      };
    });
}

interface Face {
  readonly performer: string;
  readonly track: string;
  readonly mouths: readonly PatchResult[];
}

function changedFace({ performer, track, mouths }: Face): Report['shots'][number]['changed'] {
  const changed = mouths.filter(({ passed }) => passed === null);
  if (changed.length === 0) return [];
  const box = unionOf(changed.map((mouth) => mouth.box));
  const inFront = changed.filter((mouth) => mouth.inFront !== undefined).length;
  return [{ performer, track, frames: changed.length, inFront, box }];
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

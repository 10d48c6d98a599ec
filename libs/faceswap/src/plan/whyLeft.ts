import { contains, type FrameSpan } from '@mondwerk/film';
import { smoothRows, steadyReasons } from '@mondwerk/face';
import type { FaceEntry } from '../donor/faceAtlas.ts';
import type { FaceReason } from '../donor/trust.ts';
import { anglesIn, type Usual } from './faceLooks.ts';

/** What the replaced performer's frames are judged by. */
export interface Judging {
  readonly sources: readonly FaceEntry[];
  readonly shownUsual: Usual;
  readonly replacedUsual: Usual;
}

/**
 * A whole face is followed through blur, and what is in front of it stays in front: it would be worse if the old face flashed
 * up for a moment.
 */
const HEEDED: ReadonlySet<FaceReason> = new Set<FaceReason>(['too small', 'turned away', 'not seen']);

const ASKED: ReadonlySet<FaceReason> = new Set<FaceReason>(['left as asked']);

/** Radians of yaw and pitch over which a face can be warped, and from where on it is again when it was beyond. */
export const FARTHEST = (22 * Math.PI) / 180;
const NEAR_AGAIN = (19 * Math.PI) / 180;

/** Frames over which a distance is calmed before it is judged. */
const CALM = 2;

/** Why each frame keeps the face it has; `undefined` where it gets another. Nothing comes or goes only for an instant. */
export function whyLeft(
  frames: readonly number[],
  entries: ReadonlyMap<number, FaceEntry>,
  left: readonly FrameSpan[],
  judging: Judging,
): (FaceReason | undefined)[] {
  const seen = frames.flatMap((frame) => entries.get(frame) ?? []);
  const beyond = beyondFootage(seen, judging);
  return steadyReasons<FaceReason>(
    frames.map((frame) => {
      const entry = entries.get(frame);
      const reason = reasonOf(frame, entry, left) ?? (beyond.has(frame) ? 'no such angle' : undefined);
      return { ...(reason && { reason }), ...(entry && { entry }) };
    }),
    ASKED,
  );
}

function reasonOf(
  frame: number,
  entry: FaceEntry | undefined,
  left: readonly FrameSpan[],
): FaceReason | undefined {
  if (left.some((span) => contains(span, frame))) return 'left as asked';
  if (entry === undefined) return 'not seen';
  return entry.distrusted !== undefined && HEEDED.has(entry.distrusted) ? entry.distrusted : undefined;
}

/** The frames in which the head is turned further from all donor frames than a face can be warped. */
function beyondFootage(entries: readonly FaceEntry[], judging: Judging): Set<number> {
  const frames = entries.map(({ frame }) => frame);
  const apart = anglesFromFootage(entries, judging);
  const calm = smoothRows(
    Array.from(apart, (angle) => Float32Array.of(Math.min(angle, Math.PI))),
    frames,
    CALM,
  );
  const beyond = new Set<number>();
  let is = false;
  calm.forEach(([angle], i) => {
    is = angle > (is ? NEAR_AGAIN : FARTHEST);
    if (is) beyond.add(frames[i]);
  });
  return beyond;
}

/** How far each head is turned from the donor frame whose head is turned most like it, in radians of yaw and pitch. */
export function anglesFromFootage(
  entries: readonly FaceEntry[],
  { sources, shownUsual, replacedUsual }: Judging,
): Float32Array {
  const turns = Float32Array.from(sources.flatMap((source) => anglesIn(source, shownUsual).slice(0, 2)));
  return Float32Array.from(entries, (entry) => {
    const [yaw, pitch] = anglesIn(entry, replacedUsual);
    let least = Infinity;
    for (let at = 0; at < turns.length; at += 2) {
      least = Math.min(least, (turns[at] - yaw) ** 2 + (turns[at + 1] - pitch) ** 2);
    }
    return Math.sqrt(least);
  });
}

import {
  framesOf,
  lengthOf,
  overlaps,
  perSecond,
  type FrameSpan,
  type Shot,
  type TimeSpan,
} from '@mondwerk/film';
import type { NearShots } from '@mondwerk/media';
import { hearLines, missingLines } from './casting/heardLines.ts';
import type { CheckedOrder } from './checkedOrder.ts';
import type { VoiceSpeech } from './stages/alignVoices.ts';
import type { Faces } from './stages/trackFaces.ts';

/** Seconds on either side of a line that its shot is expected to have more. */
const BESIDE = 2;

/** Share of the stretch above which nearly every shot has a line: then all of them are followed in one pass. */
const MOST_SPOKEN = 0.5;

/** Seconds of a face that are enough to take mouths from. */
const ENOUGH = 15;

/** Looks a little away from the camera at most, half the time. */
const FRONTAL = 0.5;

/** Seconds around the lines in which more of their faces is looked for. */
const NEIGHBOURHOOD = 60;

/** Seconds round the lines in which cuts are looked for, where the lines are enough. */
const NEAR = 10;

/** Seconds that may always be followed beyond the shots with lines; more where those are long. */
const LEAST_MORE = 20;

/** Seconds that are followed before it is asked again whether that is enough. */
const AT_ONCE = 10;

/**
 * Whether only the shots of a stretch that lines touch need to be followed: the script says when its lines are said, that is
 * less than half of the stretch, and nothing was said of performers by names that all shots decide.
 */
export function isSparse(order: CheckedOrder): boolean {
  const { chosen, wanted, original, footage, script, stretch, film } = order;
  if (chosen.length > 0 || wanted !== undefined || original !== null || footage.length > 0) return false;
  const spans = script.lines.flatMap(({ span }) => (span ? [span] : []));
  if (spans.length === 0 || spans.length < script.lines.length) return false;
  const whole = {
    start: film.clock.times[stretch.start],
    end: film.clock.times[stretch.end] ?? film.clock.end,
  };
  return spokenSeconds(spans, whole) < MOST_SPOKEN * lengthOf(whole);
}

function spokenSeconds(spans: readonly TimeSpan[], whole: TimeSpan): number {
  let [sum, until] = [0, whole.start];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const to = Math.min(whole.end, end + BESIDE);
    sum += Math.max(0, to - Math.max(until, start - BESIDE));
    until = Math.max(until, to);
  }
  return sum;
}

/** The shots of the stretch in which lines are heard, or would be. */
export function shotsWithLines(
  shots: readonly Shot[],
  { script, stretch, film }: CheckedOrder,
  { phones, lines }: Pick<VoiceSpeech, 'phones' | 'lines'>,
): Shot[] {
  const unheard = new Set(lines.filter(({ problem }) => problem === 'not-heard').map(({ line }) => line));
  const missing = script.lines.filter(({ index }) => unheard.has(index));
  const heard = [...hearLines(phones, shots, film.clock), ...missingLines(missing, shots, film.clock)];
  const spoken = new Set(heard.map(({ shot }) => shot));
  return shots.filter(({ index, frames }) => spoken.has(index) && overlaps(frames, stretch));
}

/** Where cuts are looked for: round the lines as the script has them, further round where they are few. */
export function nearLines({ script, stretch, film }: CheckedOrder): {
  readonly spans: FrameSpan[];
  readonly margin: number;
} {
  const lines = script.lines.flatMap(({ span }) => (span ? [span] : []));
  const spans = lines
    .map(({ start, end }) => framesOf(film.clock, { start: start - BESIDE, end: end + BESIDE }))
    .filter((span) => lengthOf(span) > 0 && overlaps(span, stretch));
  const seconds = spokenSeconds(lines, { start: 0, end: film.clock.end });
  return { spans, margin: Math.round((seconds < ENOUGH ? NEIGHBOURHOOD : NEAR) * perSecond(film.rate)) };
}

/** The shots that lie in what was looked at. */
export const shotsIn = ({ shots, looked }: NearShots): Shot[] =>
  shots.filter(({ frames }) => looked.some(({ start, end }) => start <= frames.start && frames.end <= end));

/** What was followed so far. */
export interface Followed {
  readonly spoken: readonly Shot[];
  readonly faces: Faces;
  readonly performers: readonly { readonly tracks: readonly string[] }[];
}

/**
 * The next shots to follow because somebody in the shots with lines has been seen too little: the nearest of those that were
 * not. None where everybody has been seen enough, or enough has been looked at.
 */
export function nextShots(shots: readonly Shot[], followed: Followed, framesPerSecond: number): Shot[] {
  const { spoken, faces, performers } = followed;
  if (!performers.some(({ tracks }) => isRare(tracks, spoken, faces, framesPerSecond))) return [];
  const done = new Set(faces.shots.map(({ index }) => index));
  const room = Math.max(sumOf(spoken), LEAST_MORE * framesPerSecond) + sumOf(spoken) - sumOf(faces.shots);
  const near = shots
    .filter(({ index }) => !done.has(index))
    .map((shot) => ({ shot, away: awayFrom(spoken, shot) }))
    .filter(({ away }) => away <= NEIGHBOURHOOD * framesPerSecond)
    .sort((a, b) => a.away - b.away);
  const next: Shot[] = [];
  for (const { shot } of near) {
    if (sumOf(next) >= AT_ONCE * framesPerSecond) break;
    if (sumOf(next) + lengthOf(shot.frames) <= room) next.push(shot);
  }
  return next;
}

const sumOf = (shots: readonly Shot[]): number =>
  shots.reduce((sum, { frames }) => sum + lengthOf(frames), 0);

const awayFrom = (spoken: readonly Shot[], { frames: { start, end } }: Shot): number =>
  Math.min(...spoken.map(({ frames }) => Math.max(frames.start - end, start - frames.end, 0)));

/** Whether somebody who is in a shot with lines was seen well for too short a time. */
function isRare(
  tracks: readonly string[],
  spoken: readonly Shot[],
  faces: Faces,
  framesPerSecond: number,
): boolean {
  const own = faces.tracks.filter(({ id }) => tracks.includes(id));
  const present = own.some(({ shot }) => spoken.some(({ index }) => index === shot));
  const seen = own
    .filter(({ frontal }) => frontal >= FRONTAL)
    .reduce((total, { frames }) => total + frames, 0);
  return present && seen < ENOUGH * framesPerSecond;
}

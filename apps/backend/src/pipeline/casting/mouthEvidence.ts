import { distance, eyeDistance } from '@mondwerk/face';
import { contains, lengthOf, quantile, type FaceTrack, type FrameSpan } from '@mondwerk/film';
import type { FilmSound } from '../stages/hearFilm.ts';

/** Mesh points: middle of the inner lips, above and below. */
const UPPER_LIP = 13;
const LOWER_LIP = 14;

/** How a mouth moves within a span of the film, in eye distances. */
export interface MouthEvidence {
  /** Mean change of the lip gap from frame to frame; zero where fewer than two neighbouring frames were seen. */
  readonly movement: number;
  /** How much further the lips come apart than they come together; the outer twentieths do not count. */
  readonly range: number;
  /** Share of the frames in which the face was seen. */
  readonly seen: number;
  /** Correlation of the mouth's movement with the loudness of the film's own sound; `null` where that tells nothing. */
  readonly voice: number | null;
}

/** Sound and picture of films are this many seconds apart at most, and lips begin before they are heard. */
const MOST_LAG = 0.16;

/** Seconds round a line that count too: who speaks moves in it and rests beside it. */
const BESIDE = 0.3;

/** In fewer frames two mouths cannot be told apart by how they move. */
const LEAST_FRAMES = 20;

/** Measures a mouth while a line is heard. `framesPerSecond` and `sound` are the film's. */
export function mouthEvidence(
  track: FaceTrack,
  span: FrameSpan,
  framesPerSecond: number,
  sound: FilmSound | null,
): MouthEvidence {
  const wide = Math.round(BESIDE * framesPerSecond);
  const gaps = new Map(
    track.observations
      .filter(({ frame }) => frame >= span.start - wide && frame < span.end + wide)
      .map(({ frame, points }) => [frame, lipGap(points)]),
  );
  const own = [...gaps].filter(([frame]) => contains(span, frame));
  const heights = own.map(([, gap]) => gap);
  const changes = own.flatMap(([frame, gap]) => Math.abs(gap - (gaps.get(frame - 1) ?? NaN)));
  return {
    movement: meanOf(changes.filter(Number.isFinite)),
    range: heights.length === 0 ? 0 : quantile(heights, 0.95) - quantile(heights, 0.05),
    seen: own.length / Math.max(1, lengthOf(span)),
    voice: sound === null ? null : withVoice(gaps, sound, Math.round(MOST_LAG * framesPerSecond)),
  };
}

/** The evidence for somebody who is seen in several tracks of a shot: that of the liveliest. */
export const liveliestOf = (tracks: readonly MouthEvidence[]): MouthEvidence =>
  tracks.reduce((best, each) => (each.movement > best.movement ? each : best));

/** Lips that part or close are heard: the best correlation of how fast they do with the loudness, a little lag allowed. */
function withVoice(gaps: ReadonlyMap<number, number>, { loudness }: FilmSound, most: number): number | null {
  const moves = [...gaps.keys()].flatMap((frame) => {
    const [before, after] = [gaps.get(frame - 1), gaps.get(frame + 1)];
    return before === undefined || after === undefined ? [] : [[frame, Math.abs(after - before)] as const];
  });
  if (moves.length < LEAST_FRAMES) return null;
  let best = -1;
  for (let lag = -most; lag <= most; lag++) {
    const heard = moves.map(([frame]) => loudness[frame + lag] ?? NaN);
    if (heard.some(Number.isNaN)) continue;
    best = Math.max(
      best,
      correlation(
        moves.map(([, move]) => move),
        heard,
      ),
    );
  }
  return best;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  a.forEach((value, i) => {
    both += (value - meanA) * (b[i] - meanB);
    onlyA += (value - meanA) ** 2;
    onlyB += (b[i] - meanB) ** 2;
  });
  return onlyA * onlyB === 0 ? 0 : both / Math.sqrt(onlyA * onlyB);
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The gap between the inner lips, in eye distances. */
const lipGap = (points: Float32Array): number => distance(points, UPPER_LIP, LOWER_LIP) / eyeDistance(points);

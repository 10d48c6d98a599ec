import { lengthOf, overlaps, Refusal, type FaceTrack, type FrameSpan, type Shot } from '@mondwerk/film';
import { FrameMemory, readFrames, type Film, type FilmFrame } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Pieces } from '../pieces.ts';
import type { Meter } from '../progress.ts';
import { makeOnce, type Run } from '../run.ts';
import { listRecipe, pieceOf, readPiece, summariseAll, track, tracksRecipe } from '../trackedShots.ts';
import type { Artifact } from '../workFolder.ts';

/** The faces of the tracked shots: what is known of each track, and how to read the whole of it. */
export interface Faces {
  readonly shots: readonly Shot[];
  readonly tracks: readonly TrackSummary[];
  /** The tracks of one shot with all their points. */
  readonly read: (shot: number) => Promise<FaceTrack[]>;
}

/** Follows every face through the shots that touch `around`, leaving out those that were followed before. */
export const trackFacesOnce = (
  run: Run,
  checked: CheckedFilm,
  shots: Artifact<readonly Shot[]>,
  around: FrameSpan,
): Promise<Artifact<Faces>> => {
  const wanted = shots.value.filter((shot) => overlaps(shot.frames, around));
  return trackShotsOnce(run, checked, shots, wanted);
};

/** Follows every face through some shots, ascending, leaving out those that were followed before. */
export async function trackShotsOnce(
  run: Run,
  checked: CheckedFilm,
  shots: Artifact<readonly Shot[]>,
  wanted: readonly Shot[],
): Promise<Artifact<Faces>> {
  const recipe = tracksRecipe(checked, shots.key);
  const pieces = await run.work.pieces(recipe);
  const listed = listRecipe(recipe, wanted);
  const units = { unit: 'frames', total: sumOfFrames(wanted) };
  const { key, value: tracks } = await makeOnce(run, listed, units, async (meter) => {
    await trackMissing(run, checked, wanted, pieces, meter);
    return summariseAll(wanted, pieces);
  });
  return { key, value: { shots: wanted, tracks, read: (shot) => readPiece(pieces, shot) } };
}

/** Follows every face through one shot. */
export async function trackShotOnce(
  run: Run,
  checked: CheckedFilm,
  shots: Artifact<readonly Shot[]>,
  shot: Shot,
): Promise<readonly TrackSummary[]> {
  const recipe = tracksRecipe(checked, shots.key);
  const pieces = await run.work.pieces(recipe);
  if (await pieces.has(pieceOf(shot.index))) {
    run.progress.reused(recipe.stage);
  } else {
    const units = { unit: 'frames', total: lengthOf(shot.frames) };
    await run.progress.measure(recipe.stage, units, (meter) =>
      trackMissing(run, checked, [shot], pieces, meter),
    );
  }
  return summariseAll([shot], pieces);
}

/** @throws Refusal `no-face` when there is no face in any of the tracked shots. */
export function checkFaces({ value: { tracks } }: Artifact<Faces>, { filmName }: CheckedFilm): void {
  if (tracks.length > 0) return;
  throw new Refusal(
    'no-face',
    `No face was found anywhere in ${filmName}: send a film in which a speaking face is at least 4% of the picture's height.`,
  );
}

/** Reads the tracks of shots that were followed before. */
export async function openTracks(
  run: Run,
  checked: CheckedFilm,
  shots: Artifact<readonly Shot[]>,
): Promise<Faces['read']> {
  const pieces = await run.work.pieces(tracksRecipe(checked, shots.key));
  return (shot) => readPiece(pieces, shot);
}

async function trackMissing(
  run: Run,
  { film }: CheckedFilm,
  wanted: readonly Shot[],
  pieces: Pieces,
  meter: Meter,
): Promise<void> {
  const missing = await withoutPiece(wanted, pieces);
  const already = sumOfFrames(wanted) - sumOfFrames(missing);
  const memory = new FrameMemory({ shared: true });
  const onward: Meter = { reach: (frames) => meter.reach(already + frames) };
  const frames = framesOfShots(film, missing, memory, run.signal);
  await track(frames, missing, { film, pieces, memory, run, meter: onward });
}

/** The frames of some shots; neighbouring shots are read in one go. */
async function* framesOfShots(
  film: Film,
  shots: readonly Shot[],
  memory: FrameMemory,
  signal: AbortSignal,
): AsyncGenerator<FilmFrame> {
  for (const span of joinSpans(shots.map(({ frames }) => frames))) {
    for await (const frame of readFrames(film, span, memory)) {
      signal.throwIfAborted();
      yield frame;
    }
  }
}

function joinSpans(spans: readonly FrameSpan[]): FrameSpan[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last?.end === start) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

async function withoutPiece(shots: readonly Shot[], pieces: Pieces): Promise<Shot[]> {
  const there = await Promise.all(shots.map(({ index }) => pieces.has(pieceOf(index))));
  return shots.filter((_, at) => !there[at]);
}

const sumOfFrames = (shots: readonly Shot[]): number =>
  shots.reduce((sum, { frames }) => sum + lengthOf(frames), 0);

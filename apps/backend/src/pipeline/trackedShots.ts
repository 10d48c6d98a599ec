import type { FaceTrack, Shot } from '@mondwerk/film';
import { trackFaces, type KeptFace } from '@mondwerk/face';
import type { Film, FilmFrame, FrameMemory } from '@mondwerk/media';
import { summarise, type TrackSummary } from './casting/trackSummary.ts';
import type { CheckedFilm } from './checkedFilm.ts';
import type { Pieces } from './pieces.ts';
import type { Meter } from './progress.ts';
import type { Run } from './run.ts';
import { readTracks, writeTracks } from './trackFile.ts';
import type { Recipe } from './workFolder.ts';

/** What decides the tracks of a film's shots. */
export const tracksRecipe = ({ filmHash }: CheckedFilm, shots: string): Recipe => ({
  stage: 'trackFaces',
  inputs: { film: filmHash, shots },
  rooms: ['film', 'media', 'models', 'face'],
});

/** What decides the list of the tracks of some shots. */
export const listRecipe = (recipe: Recipe, wanted: readonly Shot[]): Recipe => ({
  ...recipe,
  inputs: { ...recipe.inputs, wanted: wanted.map(({ index }) => index) },
});

/** The name of the piece with a shot's tracks. */
export const pieceOf = (shot: number): string => `shot-${String(shot).padStart(5, '0')}.faces`;

/** The tracks of a shot with all their points. */
export async function readPiece(pieces: Pieces, shot: number): Promise<FaceTrack[]> {
  await pieces.has(pieceOf(shot));
  return readTracks(pieces.pathOf(pieceOf(shot)));
}

/** What is known of each track of some shots. */
export async function summariseAll(shots: readonly Shot[], pieces: Pieces): Promise<TrackSummary[]> {
  const all: TrackSummary[] = [];
  for (const { index } of shots) all.push(...(await readPiece(pieces, index)).map(summarise));
  return all;
}

/** What is tracked, and where the tracks go. */
export interface Tracking {
  readonly film: Film;
  readonly pieces: Pieces;
  readonly memory: FrameMemory;
  readonly run: Pick<Run, 'workers' | 'kept'>;
  readonly meter: Meter;
}

/**
 * Follows the faces of frames through their shots and saves them shot by shot. Tracks come in the order of their shots, so a track of a later shot means that the earlier ones are done.
 */
export async function track(
  frames: AsyncIterable<FilmFrame>,
  shots: readonly Shot[],
  { film, pieces, memory, run, meter }: Tracking,
): Promise<void> {
  const options = {
    ...{ colour: film.colour, workers: run.workers, keep: run.kept?.options },
    onKept: (kept: readonly KeptFace[]) => run.kept?.add(film, kept),
    onMemory: (done: ArrayBufferLike) => memory.give(done),
    onProgress: (done: number) => meter.reach(done),
  };
  let saved = 0;
  let found: FaceTrack[] = [];
  const saveBefore = async (shot: number): Promise<void> => {
    for (; saved < shots.length && shots[saved].index < shot; saved++) {
      await pieces.make(pieceOf(shots[saved].index), (path) => writeTracks(path, found));
      found = [];
    }
  };
  try {
    for await (const each of trackFaces(frames, shots, options)) {
      await saveBefore(each.shot);
      found.push(each);
    }
    await saveBefore(Infinity);
  } finally {
    memory.free();
  }
}

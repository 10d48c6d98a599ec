import type { Shot } from '@mondwerk/film';
import { FrameMemory, readShots, type Film, type FilmFrame } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { GrowingShots } from '../growingShots.ts';
import type { Run } from '../run.ts';
import { listRecipe, pieceOf, readPiece, summariseAll, track, tracksRecipe } from '../trackedShots.ts';
import type { Artifact } from '../workFolder.ts';
import { cutsRecipe } from './cutShots.ts';
import type { Faces } from './trackFaces.ts';

/**
 * Finds the cuts of a film and follows every face through it, decoding it once. Nobody has begun with either: what is
 * there already is left out only where it is known which shots there are.
 */
export async function trackUncutOnce(
  run: Run,
  checked: CheckedFilm,
): Promise<{ readonly shots: Artifact<readonly Shot[]>; readonly faces: Artifact<Faces> }> {
  const { film, filmHash } = checked;
  const cuts = await run.work.keyOf(cutsRecipe(filmHash));
  const recipe = tracksRecipe(checked, cuts);
  const pieces = await run.work.pieces(recipe);
  const units = { unit: 'frames', total: film.pts.length };
  const { shots, tracks } = await run.progress.measure('trackFaces', units, async (meter) => {
    const found = new GrowingShots(film.pts.length);
    const memory = new FrameMemory({ shared: true });
    const frames = framesOfGrowingShots(film, found, memory, run.signal);
    await track(frames, found.shots, { film, pieces, memory, run, meter });
    return { shots: found.shots, tracks: await summariseAll(found.shots, pieces) };
  });
  const list = listRecipe(recipe, shots);
  const key = await run.work.keyOf(list);
  await run.work.save(list.stage, key, tracks);
  // Last: from where there are shots on, a later run goes by them.
  await run.work.save('cutShots', cuts, shots);
  return {
    shots: { key: cuts, value: shots },
    faces: { key, value: { shots, tracks, read: (shot) => readPiece(pieces, shot) } },
  };
}

/** Whether nothing is known yet of the shots of a film, nor of the faces in any. */
export async function isUncut(run: Run, checked: CheckedFilm): Promise<boolean> {
  const cuts = await run.work.keyOf(cutsRecipe(checked.filmHash));
  if ((await run.work.load('cutShots', cuts)) !== undefined) return false;
  return !(await (await run.work.pieces(tracksRecipe(checked, cuts))).has(pieceOf(0)));
}

/** The frames of a film of which the shots are found meanwhile. */
async function* framesOfGrowingShots(
  film: Film,
  found: GrowingShots,
  memory: FrameMemory,
  signal: AbortSignal,
): AsyncGenerator<FilmFrame> {
  for await (const { frame, picture, begins } of readShots(film, memory)) {
    signal.throwIfAborted();
    if (begins) found.begin(frame);
    yield { frame, picture };
  }
}

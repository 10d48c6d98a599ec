import type { FrameSpan, Shot } from '@mondwerk/film';
import { cutShots, cutShotsNear, type NearShots } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact, Recipe } from '../workFolder.ts';

/** Finds the cuts of a film: one artifact with all its shots. */
export function cutShotsOnce(run: Run, { film, filmHash }: CheckedFilm): Promise<Artifact<readonly Shot[]>> {
  const frames = film.clock.times.length;
  return makeOnce(run, cutsRecipe(filmHash), { unit: 'frames', total: frames }, async (meter) => {
    const { shots } = await cutShots(film, (done) => {
      run.signal.throwIfAborted();
      meter.reach(done);
    });
    return shots;
  });
}

/** Finds the cuts of a film round some spans of it, within so many frames. */
export function cutShotsNearOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  near: { readonly spans: readonly FrameSpan[]; readonly margin: number },
): Promise<Artifact<NearShots>> {
  const recipe = cutsRecipe(filmHash);
  return makeOnce(
    run,
    { ...recipe, inputs: { ...recipe.inputs, near } },
    { unit: 'frames', total: null },
    (meter) => {
      let done = 0;
      return cutShotsNear(film, near.spans, near.margin, () => {
        run.signal.throwIfAborted();
        meter.reach(++done);
      });
    },
  );
}

/** What decides the shots of a film. */
export const cutsRecipe = (filmHash: string): Recipe => ({
  stage: 'cutShots',
  inputs: { film: filmHash },
  rooms: ['film', 'media'],
});

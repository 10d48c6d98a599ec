import type { Shot } from '@mondwerk/film';
import { cutShots } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';

/** Finds the cuts of a film: one artifact with all its shots. */
export function cutShotsOnce(run: Run, { film, filmHash }: CheckedFilm): Promise<Artifact<readonly Shot[]>> {
  const frames = film.clock.times.length;
  return makeOnce(
    run,
    { stage: 'cutShots', inputs: { film: filmHash }, rooms: ['film', 'media'] },
    { unit: 'frames', total: frames },
    async (meter) => {
      const { shots } = await cutShots(film, (done) => {
        run.signal.throwIfAborted();
        meter.reach(done);
      });
      return shots;
    },
  );
}

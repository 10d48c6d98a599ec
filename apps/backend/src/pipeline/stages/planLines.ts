import { setImmediate as breathe } from 'node:timers/promises';
import { perSecond } from '@mondwerk/film';
import { plannerOf, type Atlas, type PlannedMouth } from '@mondwerk/lipsync';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { Cues } from './cueMouths.ts';

/** Chooses for every frame of the dubbed tracks its sources, or why it is passed through. */
export function planLinesOnce(
  run: Run,
  { film }: CheckedFilm,
  atlases: Artifact<readonly Atlas[]>,
  cues: Artifact<Cues>,
): Promise<Artifact<readonly PlannedMouth[]>> {
  return makeOnce(
    run,
    {
      stage: 'planLines',
      inputs: { atlases: atlases.key, cues: cues.key },
      rooms: ['film', 'face', 'lipsync'],
    },
    { unit: 'faces', total: [...cues.value.wanted.values()].flat().length },
    async (meter) => {
      const planned: PlannedMouth[] = [];
      let done = 0;
      for (const atlas of atlases.value) {
        const plan = plannerOf(atlas, perSecond(film.rate));
        for (const track of cues.value.wanted.get(atlas.performer) ?? []) {
          // Planning computes without a pause; here a person's stop is heard.
          await breathe();
          run.signal.throwIfAborted();
          for (const mouth of plan(track)) planned.push(mouth);
          meter.reach(++done);
        }
      }
      return planned;
    },
  );
}

import { perSecond, type Shot } from '@mondwerk/film';
import type { NearShots } from '@mondwerk/media';
import type { CheckedOrder } from './checkedOrder.ts';
import type { Run } from './run.ts';
import { nextShots, shotsIn, shotsWithLines } from './spokenShots.ts';
import type { VoiceSpeech } from './stages/alignVoices.ts';
import { findPerformers } from './stages/castPerformers.ts';
import { trackShotsOnce, type Faces } from './stages/trackFaces.ts';
import type { Artifact } from './workFolder.ts';

/** A film's shots, and the faces in those of them that were followed. */
export interface WatchedFilm {
  readonly shots: Artifact<readonly Shot[]>;
  readonly faces: Artifact<Faces>;
}

/**
 * Follows the faces in the shots with lines, and in some near them while there is too little of somebody. `undefined` where
 * lines are heard elsewhere than the script says, so that cuts were not looked for there.
 */
export async function watchSpoken(
  run: Run,
  order: CheckedOrder,
  near: Artifact<NearShots>,
  speech: VoiceSpeech,
): Promise<WatchedFilm | undefined> {
  const shots = { key: near.key, value: near.value.shots };
  const known = shotsIn(near.value);
  const spoken = shotsWithLines(shots.value, order, speech);
  if (spoken.length === 0 || spoken.some((shot) => !known.includes(shot))) return undefined;
  for (const wanted = [...spoken]; ; wanted.sort((a, b) => a.index - b.index)) {
    const faces = await trackShotsOnce(run, order, shots, wanted);
    const followed = { spoken, faces: faces.value, performers: findPerformers(faces.value) };
    const next = nextShots(known, followed, perSecond(order.film.rate));
    if (next.length === 0) return { shots, faces };
    wanted.push(...next);
  }
}

import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { CheckedOrder } from '../checkedOrder.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import { shapeShot, type ShotCues } from '../shapeShot.ts';
import { byShot, shotPiece, type ByShot } from '../shotPieces.ts';
import type { Artifact } from '../workFolder.ts';
import type { Speech } from './alignSpeech.ts';
import { learnMotionOnce, type SeenPerformers } from './learnMotion.ts';

export type { ShotCues } from '../shapeShot.ts';

/** What the motion is made from. */
export interface Voices extends SeenPerformers {
  readonly speech: Artifact<Speech>;
  readonly dubbed: readonly DubbedTrack[];
}

/**
 * Turns the voice into mouth shapes for each dubbed track, as people want them; whatever the performer does not say is
 * silence.
 */
export async function cueMouthsOnce(
  run: Run,
  checked: CheckedFilm & Pick<CheckedOrder, 'lineSettings'>,
  voices: Voices,
): Promise<Artifact<ByShot<ShotCues>>> {
  const { speech, atlases, dubbed } = voices;
  const { film, lineSettings } = checked;
  const motions = await learnMotionOnce(run, checked, voices);
  const inputs = {
    speech: speech.key,
    motions: motions.key,
    dubbed,
    ...(lineSettings.length > 0 && { lineSettings }),
  };
  const tracksOfShot = Map.groupBy(dubbed, ({ shot }) => shot.index);
  const { key, pieces, value } = await makePiecesOnce(
    run,
    { stage: 'cueMouths', inputs, rooms: ['film', 'phonetics', 'face', 'lipsync'] },
    { unit: 'shots', total: tracksOfShot.size },
    async (folder, meter) => {
      const { phones } = speech.value;
      const shaping = { film, lineSettings, phones, atlases: atlases.value, motions: motions.value };
      const shots: number[] = [];
      for (const [shot, tracks] of tracksOfShot) {
        run.signal.throwIfAborted();
        await folder.save(shotPiece(shot), shapeShot(tracks, shaping));
        shots.push(shot);
        meter.reach(shots.length);
      }
      return shots;
    },
  );
  return { key, value: byShot<ShotCues>(pieces, value) };
}

import type { FaceTrack, Performer } from '@mondwerk/film';
import { buildAtlas, type Atlas } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { Cast } from './castPerformers.ts';
import type { Faces } from './trackFaces.ts';

/** Learns, for every performer who speaks, what the mouth was seen doing in all tracked shots. */
export async function buildAtlasesOnce(
  run: Run,
  faces: Artifact<Faces>,
  cast: Artifact<Cast>,
  dubbed: readonly DubbedTrack[],
): Promise<Artifact<readonly Atlas[]>> {
  const speaking = new Set(dubbed.map(({ performer }) => performer));
  const performers = cast.value.performers.filter(({ id }) => speaking.has(id));
  return makeOnce(
    run,
    { stage: 'buildAtlas', inputs: { faces: faces.key, performers }, rooms: ['film', 'face', 'lipsync'] },
    { unit: 'performers', total: performers.length },
    async (meter) => {
      const atlases: Atlas[] = [];
      for (const performer of performers) {
        atlases.push(await buildAtlas(performer.id, () => tracksOf(performer, faces.value, run.signal)));
        meter.reach(atlases.length);
      }
      return atlases;
    },
  );
}

/** A performer's tracks in the order of the film, one shot in memory at a time. */
export async function* tracksOf(
  performer: Performer,
  faces: Faces,
  signal: AbortSignal,
): AsyncGenerator<FaceTrack> {
  const own = new Set(performer.tracks);
  const shots = new Set(faces.tracks.filter(({ id }) => own.has(id)).map(({ shot }) => shot));
  for (const shot of [...shots].sort((a, b) => a - b)) {
    signal.throwIfAborted();
    for (const track of await faces.read(shot)) if (own.has(track.id)) yield track;
  }
}

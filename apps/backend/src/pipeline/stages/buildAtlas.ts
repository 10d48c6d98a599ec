import type { FaceTrack, Performer } from '@mondwerk/film';
import { buildAtlas, type Atlas } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import type { Pieces } from '../pieces.ts';
import { makePiecesOnce, type Run } from '../run.ts';
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
  const { key, pieces, value } = await makePiecesOnce(
    run,
    { stage: 'buildAtlas', inputs: { faces: faces.key, performers }, rooms: ['film', 'face', 'lipsync'] },
    { unit: 'performers', total: performers.length },
    async (folder, meter) => {
      for (const [at, performer] of performers.entries()) {
        const readTracks = (): AsyncIterable<FaceTrack> => tracksOf(performer, faces.value, run.signal);
        await folder.save(pieceOf(at), await buildAtlas(performer.id, readTracks));
        meter.reach(at + 1);
      }
      return performers.length;
    },
  );
  return { key, value: await readLately(key, () => readAll(pieces, value)) };
}

const pieceOf = (at: number): string => `performer-${String(at).padStart(5, '0')}.json`;

/** Those that were read last, while memory allows: they are large, and whoever edits lines asks for them every time. */
let latest: { readonly key: string; readonly atlases: WeakRef<readonly Atlas[]> } | undefined;

async function readLately(key: string, read: () => Promise<readonly Atlas[]>): Promise<readonly Atlas[]> {
  const atlases = (latest?.key === key ? latest.atlases.deref() : undefined) ?? (await read());
  latest = { key, atlases: new WeakRef(atlases) };
  return atlases;
}

async function readAll(pieces: Pieces, count: number): Promise<Atlas[]> {
  const atlases: Atlas[] = [];
  for (let at = 0; at < count; at++) atlases.push(await pieces.get<Atlas>(pieceOf(at)));
  return atlases;
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

import type { FaceTrack, Performer, ReadTracks } from '@mondwerk/film';
import { isTooSmall } from '@mondwerk/face';
import { buildAtlas, type Atlas } from '@mondwerk/lipsync';
import type { DubbedTrack } from '../casting/dubbedTracks.ts';
import { seenIn, type Footage } from '../footage/openFootage.ts';
import { eyeScaleIn, type Online } from '../online/pictureSizes.ts';
import type { Pieces } from '../pieces.ts';
import { makePiecesOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';
import type { Cast } from './castPerformers.ts';
import type { Faces } from './trackFaces.ts';

/**
 * Learns, for every performer who speaks, what the mouth was seen doing in all tracked shots, and in other footage. Whether a
 * face is large enough is a question of the pictures that will be rendered: where those are others, mouths are judged by them.
 */
export async function buildAtlasesOnce(
  run: Run,
  faces: Artifact<Faces>,
  cast: Artifact<Cast>,
  dubbed: readonly DubbedTrack[],
  footage: readonly Footage[] = [],
  online: Online | null = null,
): Promise<Artifact<readonly Atlas[]>> {
  const asAnalysed = await buildOnce(run, faces, cast, dubbed, footage);
  const judgedAnew = online !== null && asAnalysed.value.some((atlas) => isJudgedAnew(atlas, online));
  return judgedAnew ? buildOnce(run, faces, cast, dubbed, footage, online) : asAnalysed;
}

/** Whether some mouths are large enough in the pictures that are rendered, and were not when analysed, or the reverse. */
const isJudgedAnew = ({ entries }: Atlas, online: Online): boolean =>
  entries.some(
    ({ eyeDistance, footage = 0 }) =>
      isTooSmall(eyeDistance) !== isTooSmall(eyeDistance * eyeScaleIn(online, footage)),
  );

async function buildOnce(
  run: Run,
  faces: Artifact<Faces>,
  cast: Artifact<Cast>,
  dubbed: readonly DubbedTrack[],
  footage: readonly Footage[],
  online: Online | null = null,
): Promise<Artifact<readonly Atlas[]>> {
  const scaleOf = (number = 0): number => (online === null ? 1 : eyeScaleIn(online, number));
  const scales = [0, ...footage.map(({ number }) => number)].map(scaleOf);
  const speaking = new Set(dubbed.map(({ performer }) => performer));
  const performers = cast.value.performers.filter(({ id }) => speaking.has(id));
  const { key, pieces, value } = await makePiecesOnce(
    run,
    {
      stage: 'buildAtlas',
      inputs: {
        ...{ faces: faces.key, performers },
        ...(footage.length > 0 && {
          footage: footage.map(({ number, key: own, people }) => [number, own, people]),
        }),
        ...(online !== null && { scales }),
      },
      rooms: ['film', 'compositing', 'face', 'lipsync'],
    },
    { unit: 'performers', total: performers.length },
    async (folder, meter) => {
      for (const [at, performer] of performers.entries()) {
        await folder.save(pieceOf(at), await atlasOf(performer, faces.value, footage, scaleOf, run.signal));
        meter.reach(at + 1);
      }
      return performers.length;
    },
  );
  return { key, value: await readLately(key, () => readAll(pieces, value)) };
}

function atlasOf(
  performer: Performer,
  faces: Faces,
  footage: readonly Footage[],
  scaleOf: (footage?: number) => number,
  signal: AbortSignal,
): Promise<Atlas> {
  const readFilm: ReadTracks = () => tracksOf(performer, faces, signal);
  const others = footage.flatMap((each): [number, ReadTracks][] => {
    const own = seenIn(each, performer.id);
    return own.tracks.length === 0 ? [] : [[each.number, () => tracksOf(own, each, signal)]];
  });
  return buildAtlas(performer.id, readFilm, new Map(others), scaleOf);
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
  faces: Pick<Faces, 'tracks' | 'read'>,
  signal: AbortSignal,
): AsyncGenerator<FaceTrack> {
  const own = new Set(performer.tracks);
  const shots = new Set(faces.tracks.filter(({ id }) => own.has(id)).map(({ shot }) => shot));
  for (const shot of [...shots].sort((a, b) => a - b)) {
    signal.throwIfAborted();
    for (const track of await faces.read(shot)) if (own.has(track.id)) yield track;
  }
}

import { readFile } from 'node:fs/promises';
import { MESH_POINTS, Refusal, type FaceObservation, type FaceTrack } from '@mondwerk/film';
import { writeWhole } from './atomicFile.ts';

const MAGIC = 'mondwerk-tracks-1\n';
const COORDINATES = MESH_POINTS * 3;
const IRISES = 4;

interface Header {
  readonly id: string;
  readonly shot: number;
  readonly start: number;
  readonly end: number;
  readonly frames: readonly number[];
  readonly identity: number;
  readonly thumbnail: number;
  /** Left out where the irises of any face were not measured. */
  readonly irises?: true;
}

/** Writes the tracks of one shot: a JSON header, then the numbers of every track, little-endian. */
export async function writeTracks(path: string, tracks: readonly FaceTrack[]): Promise<void> {
  const header = Buffer.from(`${JSON.stringify(tracks.map(headerOf))}\n`);
  await writeWhole(path, Buffer.concat([Buffer.from(MAGIC), header, ...tracks.flatMap(bytesOfTrack)]));
}

/** Reads what `writeTracks` wrote. @throws Refusal `work-folder-damaged` when the file is not whole. */
export async function readTracks(path: string): Promise<FaceTrack[]> {
  const file = await readFile(path);
  const headerEnd = file.indexOf('\n', MAGIC.length);
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC || headerEnd < 0) throw damaged(path);
  const headers = JSON.parse(file.toString('utf8', MAGIC.length, headerEnd)) as Header[];
  let at = headerEnd + 1;
  return headers.map((header) => {
    const end = at + bytesOf(header);
    if (end > file.length) throw damaged(path);
    const track = trackFrom(header, file.subarray(at, end));
    at = end;
    return track;
  });
}

const headerOf = (track: FaceTrack): Header => ({
  id: track.id,
  shot: track.shot,
  start: track.span.start,
  end: track.span.end,
  frames: track.observations.map((observation) => observation.frame),
  identity: track.identity.length,
  thumbnail: track.observations[0]?.look.thumbnail.length ?? 0,
  ...(hasIrises(track) && { irises: true }),
});

const hasIrises = ({ observations }: FaceTrack): boolean =>
  observations.every(({ irises }) => irises !== undefined);

const numbersOf = ({ irises }: Header): number => COORDINATES + 2 + (irises ? IRISES : 0);

const observationBytes = (header: Header): number => numbersOf(header) * 4 + header.thumbnail;

const bytesOf = (header: Header): number =>
  header.identity * 4 + header.frames.length * observationBytes(header);

function bytesOfTrack(track: FaceTrack): Buffer[] {
  const withIrises = hasIrises(track);
  return [
    bytesOfFloats(track.identity),
    ...track.observations.flatMap(({ points, irises, confidence, look }) => [
      bytesOfFloats(points),
      bytesOfFloats(Float32Array.of(confidence, look.sharpness, ...(withIrises ? irises! : []))),
      Buffer.from(look.thumbnail),
    ]),
  ];
}

const bytesOfFloats = (floats: Float32Array): Buffer =>
  Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength);

function floatsFrom(bytes: Uint8Array, count: number): Float32Array {
  return new Float32Array(Uint8Array.from(bytes.subarray(0, count * 4)).buffer);
}

function trackFrom(header: Header, bytes: Uint8Array): FaceTrack {
  const size = observationBytes(header);
  const first = header.identity * 4;
  const observation = (frame: number, index: number): FaceObservation => {
    const piece = bytes.subarray(first + index * size, first + (index + 1) * size);
    const numbers = floatsFrom(piece, numbersOf(header));
    return {
      frame,
      points: numbers.slice(0, COORDINATES),
      ...(header.irises && { irises: numbers.slice(COORDINATES + 2) }),
      confidence: numbers[COORDINATES],
      look: {
        sharpness: numbers[COORDINATES + 1],
        thumbnail: Uint8Array.from(piece.subarray(numbersOf(header) * 4)),
      },
    };
  };
  return {
    id: header.id,
    shot: header.shot,
    span: { start: header.start, end: header.end },
    observations: header.frames.map(observation),
    identity: floatsFrom(bytes, header.identity),
  };
}

const damaged = (path: string): Refusal =>
  new Refusal('work-folder-damaged', `${path} is damaged: delete it, or start with an empty --work folder.`);

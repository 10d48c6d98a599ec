import { joinFloats, Refusal } from '@mondwerk/film';
import { checkFile } from './checkFile.ts';
import { readable } from './checkFilm.ts';
import { fillGapsFromZero } from './fillGaps.ts';
import type { Film } from './film.ts';
import { fileArgument, ProgramError, startProgram } from './program.ts';
import { listLines } from './listLines.ts';

/** What is known of a sound file before it is decoded. */
export interface SoundFile {
  readonly path: string;
  readonly seconds: number;
  readonly channels: number;
  readonly sampleRate: number;
}

/**
 * Looks at a sound file, or at the first sound of a film. Its length is that of the sound really there, not what a
 * header promises.
 * @throws Refusal `missing`, `empty`, `not-media`, `no-audio` and the others of a file that cannot be read.
 */
export async function probeSound(path: string): Promise<SoundFile> {
  await checkFile(path);
  const file = await readable(path);
  const stream = file.streams.find((candidate) => candidate.codec_type === 'audio');
  if (!stream) throw noAudio(path);
  let first = Infinity;
  let end = 0;
  for await (const line of listLines(path, 'a:0', 'packet=pts_time,duration_time', [])) {
    const [pts, duration] = line.split(',').map(Number);
    if (Number.isFinite(pts)) {
      first = Math.min(first, pts);
      end = Math.max(end, pts + (duration || 0));
    }
  }
  if (end <= 0 || stream.channels === 0) throw notSound(path);
  return {
    path,
    seconds: end - Math.max(0, first),
    channels: stream.channels,
    sampleRate: stream.sample_rate,
  };
}

/**
 * Reads a sound as mono samples, -1..1, at the rate asked for, in portions; gaps between its timestamps are silence.
 * Memory does not grow with the sound. @throws Refusal as `probeSound`, `damaged-sound`.
 */
export async function* streamSound(path: string, sampleRate: number): AsyncGenerator<Float32Array> {
  await probeSound(path);
  yield* decodeMono(path, '0:a:0', sampleRate, 'anull');
}

/** The same, whole. @throws Refusal as `streamSound`. */
export const readSound = (path: string, sampleRate: number): Promise<Float32Array> =>
  whole(streamSound(path, sampleRate));

/**
 * Reads a film's own sound as mono samples on the film's clock, in portions: sample 0 is the first frame, gaps are
 * silence.
 * @param track - place in `film.audio`
 * @throws Refusal `no-audio` when the film has no such track, `damaged-sound` when it cannot be decoded.
 */
export async function* streamSoundOfFilm(
  film: Film,
  track: number,
  sampleRate: number,
): AsyncGenerator<Float32Array> {
  const stream = film.audio[track];
  if (!stream) throw noAudio(film.path);
  const lead = film.start - film.containerStart;
  yield* decodeMono(film.path, `0:${stream.index}`, sampleRate, `asetpts=PTS-${lead.toFixed(6)}/TB`);
}

/** The same, whole. @throws Refusal as `streamSoundOfFilm`. */
export const soundOfFilm = (film: Film, track: number, sampleRate: number): Promise<Float32Array> =>
  whole(streamSoundOfFilm(film, track, sampleRate));

async function* decodeMono(
  path: string,
  map: string,
  sampleRate: number,
  filter: string,
): AsyncGenerator<Float32Array> {
  const decoder = startProgram('ffmpeg', [
    ...['-v', 'error', '-nostdin', '-i', fileArgument(path), '-map', map, '-vn'],
    ...['-af', `${filter},${fillGapsFromZero}:osr=${sampleRate}`],
    ...['-ac', '1', '-ar', String(sampleRate), '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
  ]);
  decoder.stdin.end();
  try {
    let rest = Buffer.alloc(0);
    for await (const chunk of decoder.stdout) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      const complete = bytes.length - (bytes.length % Float32Array.BYTES_PER_ELEMENT);
      yield new Float32Array(new Uint8Array(bytes.subarray(0, complete)).buffer);
      rest = bytes.subarray(complete);
    }
    await decoder.ended.catch((error: unknown) => Promise.reject(damagedSound(path, error)));
  } finally {
    decoder.stop();
  }
}

async function whole(portions: AsyncIterable<Float32Array>): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  for await (const part of portions) parts.push(part);
  return joinFloats(parts);
}

/** The Refusal for a sound that a decoder gave up on; any other error is returned as it is. */
export function damagedSound(path: string, error: unknown): unknown {
  if (!(error instanceof ProgramError)) return error;
  const sentence = `The sound of ${path} is damaged and cannot be decoded; copy or export it again.`;
  return new Refusal('damaged-sound', sentence, { cause: error });
}

/** The Refusal for a file without the sound that is asked for. */
export const noAudio = (path: string): Refusal =>
  new Refusal('no-audio', `${path} has no sound; name a file that has the speech in it.`);

const notSound = (path: string): Refusal =>
  new Refusal('not-sound', `${path} holds no sound that can be played; copy or export it again.`);

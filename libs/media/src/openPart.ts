import { open, rename, rm } from 'node:fs/promises';
import { bytesOfPicture, type FrameSpan, type Picture, type PixelFormat } from '@mondwerk/film';
import { encoderArgs, taggingFilter, type Encoding } from './encoding.ts';
import type { Film } from './film.ts';
import { nutFrameHeader, nutHeader } from './nut.ts';
import { listPackets } from './partPackets.ts';
import { fileArgument, startProgram } from './program.ts';
import { checkSpan } from './readFrames.ts';
import { sendAll } from './sendAll.ts';
import { endedWell, writeRefusal } from './writeRefusal.ts';

/** Takes the pictures of one span and encodes them into one part file. */
export interface PartWriter {
  /** Hands over the next picture in order; resolves when there is room for more. Rejects when the encoder fails. */
  write(picture: Picture): Promise<void>;
  /** Resolves when the part is complete on disk and holds every frame at its exact time. */
  close(): Promise<void>;
  /** Gives up: the encoder ends and nothing is left. */
  abort(): Promise<void>;
}

/**
 * Starts to encode a span of a film into a part file. The pictures travel with the film's own timestamps, which
 * the finished part is checked for; until then it has another name, so a part that exists is whole.
 * @throws Refusal `disk-full` or `not-writable`, naming the folder, from `write` and `close`.
 */
export async function openPart(
  film: Film,
  span: FrameSpan,
  path: string,
  encoding: Encoding,
): Promise<PartWriter> {
  checkSpan(film, span);
  const unfinished = `${path}.partial`;
  await checkWritable(unfinished);
  const encoder = startProgram('ffmpeg', partArgs(film, encoding, unfinished));
  const failed = encoder.ended.then(
    () => Promise.reject(new Error(`the encoder ended before all of ${path} was written`)),
    (error: unknown) => Promise.reject(writeRefusal(path, error)),
  );
  failed.catch(() => undefined);
  encoder.stdin.write(rawHeader(film));
  let next = span.start;
  return {
    async write(picture) {
      if (next >= span.end) throw new RangeError(`the part ends at frame ${span.end}`);
      checkPicture(film, picture);
      const header = nutFrameHeader(
        film.pts[next] - film.pts[span.start],
        bytesOfPicture(film.width, film.height, film.format),
        true,
      );
      next += 1;
      const pieces = [header, ...picture.planes.map((plane) => bytesOf(plane.data))];
      await Promise.race([failed, sendAll(encoder.stdin, pieces).catch(() => failed)]);
    },
    async close() {
      if (next !== span.end)
        throw new RangeError(`frames ${next}..${span.end} of the part were never written`);
      encoder.stdin.end();
      await endedWell(path, encoder);
      await listPackets(film, { path: unfinished, span });
      await rename(unfinished, path);
    },
    async abort() {
      encoder.stop();
      await encoder.ended.catch(() => undefined);
      await rm(unfinished, { force: true });
    },
  };
}

async function checkWritable(path: string): Promise<void> {
  const file = await open(path, 'w').catch((error: unknown) => Promise.reject(writeRefusal(path, error)));
  await file.close();
}

function partArgs(film: Film, encoding: Encoding, path: string): string[] {
  return [
    ...['-v', 'error', '-f', 'nut', '-i', 'pipe:0', '-map', '0:v:0', '-vf', taggingFilter(film.colour)],
    ...['-fps_mode', 'passthrough', '-enc_time_base', `${film.timeBase.num}/${film.timeBase.den}`],
    ...encoderArgs(film, encoding),
    ...['-video_track_timescale', String(film.timeBase.den), '-f', 'mov', '-y', fileArgument(path)],
  ];
}

/** ffmpeg's four-byte names for planar pictures in NUT: `I420`-like for 8 bits, else `Y3`, chroma code, bits. */
export function rawFourcc(format: PixelFormat): Uint8Array {
  const chroma = format.name.slice(3, 6);
  const eight: Readonly<Record<string, string>> = { '420': 'I420', '422': 'Y42B', '444': '444P' };
  const deep: Readonly<Record<string, number>> = { '420': 11, '422': 10, '444': 0 };
  if (format.bitDepth === 8) return new TextEncoder().encode(eight[chroma]);
  return Uint8Array.of(0x59, 0x33, deep[chroma], format.bitDepth);
}

const rawHeader = ({ width, height, sampleAspect, timeBase, format }: Film): Uint8Array =>
  nutHeader({
    ...{ width, height, sampleAspect, timeBase },
    fourcc: rawFourcc(format),
    decodeDelay: 0,
    setup: new Uint8Array(),
  });

function checkPicture(film: Film, picture: Picture): void {
  const same = picture.width === film.width && picture.height === film.height;
  if (same && picture.format.name === film.format.name) return;
  throw new RangeError('a picture must have the size and format of its film');
}

const bytesOf = (data: Uint8Array | Uint16Array): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

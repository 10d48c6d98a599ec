import { open, rename, rm } from 'node:fs/promises';
import type { FrameSpan, Picture } from '@mondwerk/film';
import { checkEncoding, encoderArgs, encodingFilters, type Encoding } from './encoding.ts';
import type { Film } from './film.ts';
import { listPackets } from './partPackets.ts';
import { fileArgument, startProgram } from './program.ts';
import { rawFrame, rawHeader } from './rawPictures.ts';
import { checkSpan } from './readFrames.ts';
import { sendAll } from './sendAll.ts';
import { matchedEncoderArgs } from './splice/matchedEncoder.ts';
import type { SpliceSource } from './splice/spliceSource.ts';
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
 * the finished part is checked for; until then it has another name, so a part that exists is whole. With `between`, it
 * is coded so that it can stand between copied pictures of that film.
 * @throws Refusal `prores-size`; `disk-full` or `not-writable`, naming the folder, also from `write` and `close`.
 */
export async function openPart(
  film: Film,
  span: FrameSpan,
  path: string,
  encoding: Encoding,
  between?: SpliceSource,
): Promise<PartWriter> {
  checkSpan(film, span);
  checkEncoding(film, encoding);
  const unfinished = `${path}.partial`;
  await checkWritable(unfinished);
  const encoder = startProgram('ffmpeg', partArgs(film, encoding, unfinished, between));
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
      const pieces = rawFrame(film, picture, film.pts[next] - film.pts[span.start]);
      next += 1;
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

function partArgs(film: Film, encoding: Encoding, path: string, between?: SpliceSource): string[] {
  const matched = between && matchedEncoderArgs(film, between, encoding === 'draft' ? 'draft' : 'film');
  return [
    ...['-v', 'error', '-f', 'nut', '-i', 'pipe:0', '-map', '0:v:0', '-vf'],
    encodingFilters(film, encoding),
    ...['-fps_mode', 'passthrough', '-enc_time_base', `${film.timeBase.num}/${film.timeBase.den}`],
    ...(matched ?? encoderArgs(film, encoding)),
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact'],
    ...['-video_track_timescale', String(film.timeBase.den), '-f', 'mov', '-y', fileArgument(path)],
  ];
}

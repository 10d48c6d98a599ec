import { rename, rm } from 'node:fs/promises';
import { checkWritable, partialName } from '../checkOut.ts';
import { truncated } from '../checkFilm.ts';
import type { Film } from '../film.ts';
import { readFrameTimes } from '../frameTimes.ts';
import { startProgram, type RunningProgram } from '../program.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { sendTimecodes } from './timecodePictures.ts';
import { sizeWithin, viewingPicture, type RangeTreatment, type Size } from './viewingPicture.ts';
import { MOST_HIGH, webProxyArgs } from './webProxyArgs.ts';

/** What a proxy shall be like, and who wants to know how far it is. */
export interface WebProxyOptions {
  /** Whether every picture shows its timecode. */
  readonly burnTimecode: boolean;
  readonly onProgress?: (frames: number, total: number) => void;
  /** Aborted when a person stops the run. */
  readonly signal?: AbortSignal;
}

/** A film as browsers play it: the same frames at the same times. */
export interface WebProxy extends Size {
  readonly path: string;
  readonly frames: number;
  readonly treatment: RangeTreatment;
  /** The proxy's frames that can be shown without the ones before. */
  readonly keyFrames: Int32Array;
}

/**
 * Writes a film as an MP4 that browsers can seek in exactly: every frame at its own time, the first at 0, H.264 with 8
 * bits in closed groups of 12 frames without reordering, no higher than 720, the film's own sound in AAC, the index in
 * front. Equal films give equal bytes. Memory does not grow with the film; `out` appears only when complete.
 * @throws Refusal `truncated` when frames are missing, and those of a file that cannot be written.
 */
export async function makeWebProxy(film: Film, out: string, options: WebProxyOptions): Promise<WebProxy> {
  options.signal?.throwIfAborted();
  await checkWritable(out);
  const picture = await viewingPicture(film, sizeWithin(film, MOST_HIGH));
  const encoder = startProgram('ffmpeg', webProxyArgs(film, picture, partialName(out), options.burnTimecode));
  const stop = (): void => encoder.stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    const sent = options.burnTimecode
      ? sendTimecodes(film, picture.size, encoder.stdin)
      : closeInput(encoder);
    reportFrames(encoder, film, options);
    await Promise.race([encoder.ended, sent.catch(() => encoder.ended)]);
    await endedWell(out, encoder);
    const keyFrames = await checkTimes(film, partialName(out));
    await rename(partialName(out), out);
    return { path: out, ...picture.size, frames: film.pts.length, treatment: picture.treatment, keyFrames };
  } catch (error) {
    encoder.stop();
    await encoder.ended.catch(() => undefined);
    await rm(partialName(out), { force: true });
    options.signal?.throwIfAborted();
    throw writeRefusal(out, error);
  } finally {
    options.signal?.removeEventListener('abort', stop);
  }
}

const closeInput = async ({ stdin }: RunningProgram): Promise<void> => void stdin.end();

/** ffmpeg tells now and then `frame=123` beside the film. */
function reportFrames(encoder: RunningProgram, film: Film, { onProgress }: WebProxyOptions): void {
  encoder.notes.setEncoding('latin1').on('data', (text: string) => {
    const last = [...text.matchAll(/^frame=\s*(\d+)/gm)].at(-1);
    if (last) onProgress?.(Number(last[1]), film.pts.length);
  });
}

/** @throws Refusal `truncated` when a frame could not be decoded, Error when one has another time than in the film. */
async function checkTimes(film: Film, proxy: string): Promise<Int32Array> {
  const { pts, keyFrames } = await readFrameTimes(proxy);
  if (pts.length < film.pts.length) throw truncated(film.path);
  const { num } = film.timeBase;
  const same = film.pts.every((value, frame) => (value - film.pts[0]) * num === pts[frame]);
  if (!same || pts.length !== film.pts.length)
    throw new Error(`${proxy} has frames at other times than the film`);
  return keyFrames;
}

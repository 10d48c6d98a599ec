import { rename, rm } from 'node:fs/promises';
import type { FrameSpan } from '@mondwerk/film';
import { checkWritable, partialName } from '../checkOut.ts';
import { taggingFilter } from '../encoding.ts';
import type { Film } from '../film.ts';
import type { PartWriter } from '../openPart.ts';
import { partFilm } from '../partFilm.ts';
import { fileArgument, startProgram } from '../program.ts';
import { rawFrame, rawHeader } from '../rawPictures.ts';
import { checkSpan } from '../readFrames.ts';
import { sendAll } from '../sendAll.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { sizeWithin, viewingPicture, type ViewingPicture } from './viewingPicture.ts';
import { boxArgs, MOST_HIGH, pictureArgs } from './webProxyArgs.ts';

/**
 * Starts to write pictures of a span of a film as an MP4 that browsers can seek in exactly, like `makeWebProxy`, without
 * sound: every frame at its own time, the first at 0. Equal pictures give equal bytes.
 * @throws Refusal of a file that cannot be written, also from `write` and `close`.
 */
export async function openWebPart(film: Film, span: FrameSpan, out: string): Promise<PartWriter> {
  checkSpan(film, span);
  await checkWritable(out);
  const part = partFilm(film, { path: out, span });
  const picture = await viewingPicture(part, sizeWithin(part, MOST_HIGH));
  const encoder = startProgram('ffmpeg', webPartArgs(part, picture, partialName(out)));
  const failed = encoder.ended.then(
    () => Promise.reject(new Error(`the encoder ended before all of ${out} was written`)),
    (error: unknown) => Promise.reject(writeRefusal(out, error)),
  );
  failed.catch(() => undefined);
  encoder.stdin.write(rawHeader(part));
  let next = 0;
  return {
    async write(shown) {
      const pieces = rawFrame(part, shown, part.pts[next++]);
      await Promise.race([failed, sendAll(encoder.stdin, pieces).catch(() => failed)]);
    },
    async close() {
      if (next !== part.pts.length) throw new RangeError(`${out} got ${next} of ${part.pts.length} frames`);
      encoder.stdin.end();
      await endedWell(out, encoder);
      await rename(partialName(out), out);
    },
    async abort() {
      encoder.stop();
      await encoder.ended.catch(() => undefined);
      await rm(partialName(out), { force: true });
    },
  };
}

const webPartArgs = (part: Film, picture: ViewingPicture, out: string): string[] => [
  ...['-v', 'error', '-f', 'nut', '-i', 'pipe:0', '-map', '0:v:0'],
  ...['-vf', [taggingFilter(part.colour), ...picture.filters].join(',')],
  ...['-fps_mode', 'passthrough', '-enc_time_base', `${part.timeBase.num}/${part.timeBase.den}`],
  ...pictureArgs(part, picture),
  ...['-map_metadata', '-1', '-fflags', '+bitexact', ...boxArgs(part), '-f', 'mp4', '-y', fileArgument(out)],
];

import type { Picture } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { fileArgument, startProgram } from '../program.ts';
import { bytesOf } from '../rawPictures.ts';
import { sendAll } from '../sendAll.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { viewingPicture, type Size } from './viewingPicture.ts';

/** Writes cut-outs of a film as numbered JPEG files, from 1 on. */
export interface PictureSeries {
  /** Hands over the next one; resolves when there is room for more. */
  write(picture: Picture): Promise<void>;
  /** Resolves when all files are whole. @throws Refusal as `writeRefusal`. */
  close(): Promise<void>;
  /** Gives up. */
  abort(): void;
}

/**
 * Starts to draw cut-outs of a film, all `cut` pixels large, in square pixels. `pattern` names the files, with the number
 * as `%03d`.
 */
export async function openPictureSeries(film: Film, cut: Size, pattern: string): Promise<PictureSeries> {
  const [across, down] = film.sampleAspect.split(':').map(Number);
  const size = { width: Math.max(2, Math.round((cut.width * across) / down)), height: cut.height };
  const { filters, colour } = await viewingPicture(film, size);
  // A JPEG is always BT.601 in full range.
  const jpeg = `scale=in_color_matrix=${colour.matrix}:out_color_matrix=bt601:in_range=tv:out_range=pc:flags=accurate_rnd`;
  const encoder = startProgram('ffmpeg', [
    ...['-v', 'error', '-f', 'rawvideo', '-pixel_format', film.format.name, '-framerate', '1'],
    ...['-video_size', `${cut.width}x${cut.height}`, '-i', 'pipe:0', '-vf', [...filters, jpeg].join(',')],
    ...['-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '2', '-threads', '1', '-f', 'image2'],
    ...['-y', fileArgument(pattern)],
  ]);
  return {
    async write({ planes }) {
      const pieces = planes.map(({ data }) => bytesOf(data));
      await sendAll(encoder.stdin, pieces).catch((error: unknown) =>
        encoder.ended.then(
          () => Promise.reject(error),
          (cause: unknown) => Promise.reject(writeRefusal(pattern, cause)),
        ),
      );
    },
    async close() {
      encoder.stdin.end();
      await endedWell(pattern, encoder);
    },
    abort() {
      encoder.stop();
    },
  };
}

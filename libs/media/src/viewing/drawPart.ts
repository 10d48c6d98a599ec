import { bytesOfPicture, pixelFormats, type Box } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { fileArgument, startProgram } from '../program.ts';
import { decodeFrames } from '../rawFrames.ts';
import { sendAll } from '../sendAll.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { viewingPicture, type Size } from './viewingPicture.ts';

/**
 * Draws part of one frame, `box` in the film's pixels, as a JPEG of a size in `out`; equal films give equal bytes.
 * @throws Refusal `truncated` when the frame cannot be decoded, and those of a file that cannot be written.
 */
export async function drawPart(
  film: Film,
  frame: number,
  { left, top, right, bottom }: Box,
  { size, out }: { readonly size: Size; readonly out: string },
): Promise<void> {
  const { filters, colour } = await viewingPicture(film, size);
  const layout = {
    filters: [
      `crop=${right - left}:${bottom - top}:${left}:${top}`,
      ...filters,
      `scale=in_color_matrix=${colour.matrix}:out_color_matrix=bt601:in_range=tv:out_range=pc:flags=accurate_rnd+bitexact`,
    ],
    format: 'yuvj420p',
    bytes: bytesOfPicture(size.width, size.height, pixelFormats.get('yuv420p')!),
  };
  for await (const { bytes } of decodeFrames(film, layout, { start: frame, end: frame + 1 })) {
    const encoder = startProgram('ffmpeg', jpegArgs(size, out));
    try {
      await sendAll(encoder.stdin, [new Uint8Array(bytes)]);
      encoder.stdin.end();
      await endedWell(out, encoder);
    } catch (error) {
      throw writeRefusal(out, error);
    } finally {
      encoder.stop();
    }
  }
}

const jpegArgs = ({ width, height }: Size, out: string): string[] => [
  ...['-v', 'error', '-f', 'rawvideo', '-pixel_format', 'yuvj420p', '-video_size', `${width}x${height}`],
  ...['-i', 'pipe:0', '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-threads', '1'],
  ...['-flags:v', '+bitexact', '-fflags', '+bitexact', '-update', '1', '-f', 'image2', fileArgument(out)],
];

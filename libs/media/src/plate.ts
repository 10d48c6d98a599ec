import { rename, rm } from 'node:fs/promises';
import { formatTimecode, pixelFormats, type Box, type FrameSpan, type Picture } from '@mondwerk/film';
import { partialName } from './checkOut.ts';
import type { Film } from './film.ts';
import { fileArgument, startProgram } from './program.ts';
import { bytesOf } from './rawPictures.ts';
import { readAs } from './readAs.ts';
import { readFrames } from './readFrames.ts';
import { sendAll } from './sendAll.ts';
import { timecodeStart } from './timecodeStart.ts';
import { endedWell, writeRefusal } from './writeRefusal.ts';

/** A stretch of a film of which only some places are to be seen. */
export interface Plate {
  /** Where the pictures are from, and the frame of `film` that is its first. */
  readonly pictures: Film;
  readonly first: number;
  /** The film over which the plate is to be laid: its timecode and its tags are the plate's. */
  readonly film: Film;
  /** Frames of `film`. */
  readonly span: FrameSpan;
  /** What is opaque in a frame of `film`; everything else is transparent. */
  readonly boxesAt: (frame: number) => readonly Box[];
  /** The .mov file to write. */
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly onFrame?: () => void;
}

const FORMAT = pixelFormats.get('yuv444p10le')!;
const OPAQUE = 2 ** FORMAT.bitDepth - 1;

/**
 * Writes a plate as ProRes 4444 with alpha, as large as the film and with the timecode of its frames, so that it lies where
 * it belongs in any compositing program. It appears only when whole.
 * @throws Refusal as `writeRefusal`.
 */
export async function writePlate(plate: Plate): Promise<void> {
  const { pictures, first, span, boxesAt, out, signal, onFrame } = plate;
  const draft = partialName(out);
  const like = { ...pictures, format: FORMAT, colour: { ...pictures.colour, range: 'tv' as const } };
  const encoder = startProgram('ffmpeg', plateArgs(plate, draft));
  try {
    const frames = { start: span.start - first, end: span.end - first };
    for await (const { frame, picture } of readFrames(readAs(pictures, like), frames)) {
      signal?.throwIfAborted();
      const planes = [...picture.planes.map(({ data }) => data), alphaOf(picture, boxesAt(frame + first))];
      const bytes = planes.map(bytesOf);
      await sendAll(encoder.stdin, bytes).catch(() => encoder.ended);
      onFrame?.();
    }
    encoder.stdin.end();
    await endedWell(out, encoder);
    await rename(draft, out);
  } catch (error) {
    throw writeRefusal(out, error);
  } finally {
    encoder.stop();
    await rm(draft, { force: true });
  }
}

function alphaOf({ width, height }: Picture, boxes: readonly Box[]): Uint16Array {
  const alpha = new Uint16Array(width * height);
  for (const { left, top, right, bottom } of boxes) {
    for (let y = top; y < bottom; y++) alpha.fill(OPAQUE, y * width + left, y * width + right);
  }
  return alpha;
}

function plateArgs({ film, span }: Plate, path: string): string[] {
  const { width, height, rate, colour, sampleAspect } = film;
  const told = (option: string, value: string): string[] => (value === 'unknown' ? [] : [option, value]);
  return [
    ...[
      '-v',
      'error',
      '-f',
      'rawvideo',
      '-pixel_format',
      'yuva444p10le',
      '-video_size',
      `${width}x${height}`,
    ],
    ...['-framerate', `${rate.num}/${rate.den}`, '-i', 'pipe:0'],
    ...['-vf', `setsar=${sampleAspect.replace(':', '/')}`],
    ...['-c:v', 'prores_ks', '-profile:v', '4444', '-alpha_bits', '16', '-pix_fmt', 'yuva444p10le'],
    ...['-color_range', 'tv', ...told('-colorspace', colour.matrix), ...told('-color_trc', colour.transfer)],
    ...told('-color_primaries', colour.primaries),
    ...['-timecode', formatTimecode(span.start, rate, timecodeStart(film))],
    ...['-f', 'mov', '-y', fileArgument(path)],
  ];
}

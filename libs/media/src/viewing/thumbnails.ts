import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOfPicture, frameAt, pixelFormats } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { fileArgument, startProgram } from '../program.ts';
import { decodeFrames } from '../rawFrames.ts';
import { sendAll } from '../sendAll.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { sizeOfWidth, viewingPicture, type Size } from './viewingPicture.ts';

const SHEET = { columns: 10, rows: 10 } as const;

/** How thumbnails are drawn. */
export interface ThumbnailOptions {
  /** Of each one, in pixels. */
  readonly width: number;
  readonly onProgress?: (frames: number, total: number) => void;
  /** Aborted when a person stops the run. */
  readonly signal?: AbortSignal;
}

/** Small pictures of a film, laid out in rows on sheets: number `i` shows `frames[i]` of the film. */
export interface ThumbnailIndex extends Size {
  readonly columns: number;
  readonly rows: number;
  readonly frames: readonly number[];
  /** Files beside the index, each with `columns` × `rows` pictures; the last may have fewer. */
  readonly sheets: readonly string[];
}

/** The name of the index beside the sheets. */
export const THUMBNAIL_INDEX = 'index.json';

/** The frames that are on screen at 0, `seconds`, 2 `seconds` and so on. */
export function framesEvery({ clock }: Film, seconds: number): number[] {
  const count = Math.ceil(clock.end / seconds);
  return [...new Set(Array.from({ length: count }, (_, i) => frameAt(clock, i * seconds)))];
}

/**
 * Draws the given frames, ascending, on JPEG sheets of 100 in `folder`, with `index.json` written last: where it is,
 * all is. Decodes the film once; equal films give equal bytes.
 * @throws Refusal `truncated` when a frame cannot be decoded, and those of a folder that cannot be written.
 */
export async function drawThumbnails(
  film: Film,
  frames: readonly number[],
  folder: string,
  options: ThumbnailOptions,
): Promise<ThumbnailIndex> {
  const size = sizeOfWidth(film, options.width);
  const drafts = await mkdtemp(`${folder}.partial-`).catch((error: unknown) =>
    Promise.reject(writeRefusal(folder, error)),
  );
  try {
    await drawSheets(film, frames, size, drafts, options);
    const sheets = (await readdir(drafts)).sort();
    const index: ThumbnailIndex = { ...size, ...SHEET, frames, sheets };
    await writeFile(join(drafts, THUMBNAIL_INDEX), JSON.stringify(index));
    await mkdir(folder, { recursive: true });
    for (const name of [...sheets, THUMBNAIL_INDEX]) await rename(join(drafts, name), join(folder, name));
    return index;
  } catch (error) {
    throw writeRefusal(folder, error);
  } finally {
    await rm(drafts, { recursive: true, force: true });
  }
}

async function drawSheets(
  film: Film,
  frames: readonly number[],
  size: Size,
  folder: string,
  { onProgress, signal }: ThumbnailOptions,
): Promise<void> {
  const encoder = startProgram('ffmpeg', sheetArgs(size, folder));
  const send = async (): Promise<void> => {
    let done = 0;
    for await (const bytes of smallPictures(film, frames, size, signal)) {
      await sendAll(encoder.stdin, [bytes]);
      onProgress?.(++done, frames.length);
    }
    encoder.stdin.end();
    await encoder.ended;
  };
  try {
    await send().catch((error: unknown) =>
      encoder.complaints.length > 0 ? encoder.ended : Promise.reject(error),
    );
    await endedWell(folder, encoder);
  } finally {
    encoder.stop();
  }
}

async function* smallPictures(
  film: Film,
  frames: readonly number[],
  size: Size,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const { filters, colour } = await viewingPicture(film, size);
  const wanted = new Set(frames);
  const format = pixelFormats.get('yuv420p')!;
  // A JPEG is always BT.601 in full range.
  const jpeg = `scale=in_color_matrix=${colour.matrix}:out_color_matrix=bt601:in_range=tv:out_range=pc`;
  const layout = {
    filters: [...filters, `${jpeg}:flags=bicubic+accurate_rnd+bitexact`],
    format: 'yuvj420p',
    bytes: bytesOfPicture(size.width, size.height, format),
  };
  const span = { start: 0, end: (frames.at(-1) ?? -1) + 1 };
  if (span.end === 0) return;
  for await (const { frame, bytes } of decodeFrames(film, layout, span)) {
    signal?.throwIfAborted();
    if (wanted.has(frame)) yield new Uint8Array(bytes);
  }
}

const sheetArgs = ({ width, height }: Size, folder: string): string[] => [
  ...['-v', 'error', '-f', 'rawvideo', '-pixel_format', 'yuvj420p', '-video_size', `${width}x${height}`],
  ...['-framerate', '1', '-i', 'pipe:0', '-vf', `tile=${SHEET.columns}x${SHEET.rows}`],
  ...['-c:v', 'mjpeg', '-q:v', '4', '-threads', '1', '-flags:v', '+bitexact', '-fflags', '+bitexact'],
  ...['-f', 'image2', fileArgument(join(folder, 'sheet-%04d.jpg'))],
];

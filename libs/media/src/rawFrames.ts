import type { Readable } from 'node:stream';
import { Refusal, type FrameSpan } from '@mondwerk/film';
import { openBytePipe } from './bytePipe.ts';
import { truncated } from './checkFilm.ts';
import type { Film } from './film.ts';
import { FrameMemory } from './frameMemory.ts';
import { FrameQueue } from './frameQueue.ts';
import { fileArgument, ProgramError, startProgram, type RunningProgram } from './program.ts';
import { seekPoints } from './seekPoints.ts';

/** One frame's bytes as they came out of the decoder. The memory belongs to whoever receives it. */
export interface RawFrame {
  readonly frame: number;
  readonly bytes: ArrayBufferLike;
}

/** How frames are to be delivered: ffmpeg filters that keep every frame, the format, and the bytes of one frame. */
export interface RawLayout {
  readonly filters: readonly string[];
  readonly format: string;
  readonly bytes: number;
  /** The same frames once more, otherwise; they are told before the frame `ahead` places earlier is handed out. */
  readonly aside?: Aside;
}

/** Small pictures that come out beside the frames. */
export interface Aside extends Pick<RawLayout, 'filters' | 'format' | 'bytes'> {
  readonly ahead: number;
  readonly onPicture: (bytes: Uint8Array) => void;
  readonly onEnd: () => void;
}

/**
 * Decodes a span of a film, every frame in order. The decoder tells each frame's own timestamp beside the picture,
 * and only the timestamps that the film promised pass: after a seek that went too far it begins again earlier.
 * Memory is bounded by a few frames, and whoever gives it back to `memory` sees it used again; ending the loop early ends
 * the decoder.
 * @throws Refusal `truncated` when a frame is missing or damaged beyond decoding.
 */
export async function* decodeFrames(
  film: Film,
  layout: RawLayout,
  span: FrameSpan,
  memory = new FrameMemory(),
): AsyncGenerator<RawFrame> {
  for (const seconds of seekPoints(film, span.start)) {
    const queue = new FrameQueue(layout.bytes, memory, layout.aside && layout.aside.ahead + 2);
    const pipe = await openBytePipe((bytes) => queue.fill(bytes));
    const decoder = startProgram(
      'ffmpeg',
      decoderArgs(film, layout, span, seconds),
      pipe,
      layout.aside !== undefined,
    );
    if (layout.aside) tellAside(decoder.aside!, layout.aside);
    decoder.stdin.end();
    queue.follow(decoder);
    try {
      const first = await queue.next();
      if (seconds !== undefined && first?.pts !== film.pts[span.start]) continue;
      yield* inStep(film, span, decoder, queue, first);
      return;
    } finally {
      decoder.stop();
      await decoder.ended.catch(() => undefined);
    }
  }
}

async function* inStep(
  film: Film,
  span: FrameSpan,
  decoder: RunningProgram,
  queue: FrameQueue,
  first: Awaited<ReturnType<FrameQueue['next']>>,
): AsyncGenerator<RawFrame> {
  let next = first;
  for (let frame = span.start; frame < span.end; frame++) {
    if (next === undefined) await explainEnd(film, decoder);
    if (next?.pts !== film.pts[frame]) throw missingFrame(film, frame);
    yield { frame, bytes: next.bytes };
    next = frame + 1 < span.end ? await queue.next() : undefined;
  }
}

async function explainEnd(film: Film, decoder: RunningProgram): Promise<never> {
  await decoder.ended.catch((error: unknown) => {
    if (error instanceof ProgramError) throw truncated(film.path, { cause: error });
    throw error;
  });
  throw truncated(film.path);
}

const missingFrame = (film: Film, frame: number): Refusal =>
  new Refusal(
    'truncated',
    `${film.path} is damaged: frame ${frame} of ${film.pts.length} cannot be decoded; copy or export it again.`,
  );

function tellAside(from: Readable, { bytes, onPicture, onEnd }: Aside): void {
  let picture = new Uint8Array(bytes);
  let filled = 0;
  from.once('close', onEnd).on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length;) {
      const length = Math.min(chunk.length - at, bytes - filled);
      picture.set(chunk.subarray(at, at + length), filled);
      [at, filled] = [at + length, filled + length];
      if (filled < bytes) continue;
      onPicture(picture);
      [picture, filled] = [new Uint8Array(bytes), 0];
    }
  });
}

function decoderArgs(film: Film, layout: RawLayout, span: FrameSpan, seconds: number | undefined): string[] {
  const { num, den } = film.timeBase;
  const seek =
    seconds === undefined ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', seconds.toFixed(6)];
  const exact = [`settb=${num}/${den}`, `trim=start_pts=${film.pts[span.start]}`];
  const told = ['metadata=mode=add:key=frame:value=1', "metadata=mode=print:direct=1:file='pipe\\:3'"];
  const filters = [...exact, ...layout.filters, ...told];
  const count = String(span.end - span.start);
  const raw = (format: string, pipe: string): string[] => [
    ...['-fps_mode', 'passthrough', '-frames:v', count, '-pix_fmt', format, '-f', 'rawvideo', pipe],
  ];
  const input = ['-v', 'error', '-nostdin', '-copyts', ...seek, '-i', fileArgument(film.path)];
  if (layout.aside === undefined) {
    return [...input, '-map', '0:V:0', '-vf', filters.join(','), ...raw(layout.format, 'pipe:1')];
  }
  const graph =
    `[0:V:0]${exact.join(',')},split[frames][beside];` +
    `[frames]${[...layout.filters, ...told].join(',')}[out];[beside]${layout.aside.filters.join(',')}[aside]`;
  return [
    ...[...input, '-filter_complex', graph, '-map', '[out]', ...raw(layout.format, 'pipe:1')],
    ...['-map', '[aside]', ...raw(layout.aside.format, 'pipe:4')],
  ];
}

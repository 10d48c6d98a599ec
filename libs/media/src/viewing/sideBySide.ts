import { rename, rm } from 'node:fs/promises';
import type { FrameSpan } from '@mondwerk/film';
import { partialName } from '../checkOut.ts';
import type { Film } from '../film.ts';
import { fileArgument, startProgram } from '../program.ts';
import { endedWell, writeRefusal } from '../writeRefusal.ts';
import { sizeWithin, viewingPicture } from './viewingPicture.ts';

/** Two films of equal frames that are shown beside each other. */
export interface SideBySide {
  readonly left: Film;
  /** The frames of the left film that the right one holds from its first frame on. */
  readonly span: FrameSpan;
  /** The film whose sound is heard. */
  readonly right: Film;
  /** The MP4 file to write. */
  readonly out: string;
  readonly signal?: AbortSignal;
}

/** Taller pictures are made smaller: twice the width of UHD is more than screens show and players decode. */
const MOST_HEIGHT = 1080;

/**
 * Lays two films side by side as one film for any player, frame beside frame. It appears only when whole.
 * @throws Refusal as `writeRefusal`, or the signal's reason.
 */
export async function laySideBySide(films: SideBySide): Promise<void> {
  const draft = partialName(films.out);
  const encoder = startProgram('ffmpeg', [
    ...(await inputArgs(films)),
    '-f',
    'mp4',
    '-y',
    fileArgument(draft),
  ]);
  encoder.stdin.end();
  const stop = (): void => encoder.stop();
  films.signal?.addEventListener('abort', stop);
  try {
    await endedWell(films.out, encoder);
    await rename(draft, films.out);
  } catch (error) {
    films.signal?.throwIfAborted();
    throw writeRefusal(films.out, error);
  } finally {
    films.signal?.removeEventListener('abort', stop);
    await rm(draft, { force: true });
  }
}

async function inputArgs({ left, span, right }: SideBySide): Promise<string[]> {
  const size = sizeWithin(left, MOST_HEIGHT);
  const [leftFilters, rightFilters] = await Promise.all([
    viewingPicture(left, size),
    viewingPicture(right, size),
  ]);
  // Frame lies beside frame whatever the times say: both films have the same ones.
  const inStep = `settb=1/1000000,setpts=N/TB/(${left.rate.num}/${left.rate.den})`;
  const first = `trim=start_frame=${span.start}:end_frame=${span.end}`;
  const graph = [
    `[0:V:0]${first},${inStep},${leftFilters.filters.join(',')}[l]`,
    `[1:V:0]${inStep},${rightFilters.filters.join(',')}[r]`,
    '[l][r]hstack=shortest=1[v]',
  ];
  return [
    ...['-v', 'error', '-i', fileArgument(left.path), '-i', fileArgument(right.path)],
    ...['-filter_complex', graph.join(';'), '-map', '[v]', '-map', '1:a:0?', '-c:a', 'aac', '-b:a', '192k'],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '16',
      '-pix_fmt',
      'yuv420p',
      '-movflags',
      '+faststart',
    ],
  ];
}

import { join } from 'node:path';
import { crop, spansOf } from '@mondwerk/film';
import { openPictureSeries, readFrames, type Film, type PictureSeries } from '@mondwerk/media';
import type { Meter } from '../pipeline/progress.ts';
import type { Strip } from './strip.ts';

/** A film to draw mouths and faces from: the name its pictures get, and the frame of the source that is its first. */
export interface DrawnFilm {
  readonly film: Film;
  readonly side: 'source' | 'out';
  readonly first: number;
}

/** The file of one frame of a strip, both counted from 0. */
export const pictureName = (side: DrawnFilm['side'], strip: number, mouth: number): string =>
  `${String(strip + 1).padStart(4, '0')}-${side}-${String(mouth + 1).padStart(3, '0')}.jpg`;

/** Frames that nobody needs are decoded rather than jumped over when they are fewer than this. */
const SMALL_GAP = 60;

/** Draws the frames of all strips from one film into a folder, reading the film once and only where it must. */
export async function drawMouths(
  { film, side, first }: DrawnFilm,
  strips: readonly Strip[],
  folder: string,
  { signal, meter }: { readonly signal: AbortSignal; readonly meter: Meter },
): Promise<void> {
  const due = Map.groupBy(
    strips.flatMap(({ frames }, strip) =>
      frames.map(({ frame, box }) => ({ frame: frame - first, box, strip })),
    ),
    ({ frame }) => frame,
  );
  const open = new Map<number, { series: PictureSeries; left: number }>();
  const seriesOf = async (strip: number) => {
    const { size, frames } = strips[strip];
    const pattern = join(folder, pictureName(side, strip, 0).replace(/001\.jpg$/, '%03d.jpg'));
    const series = open.get(strip) ?? {
      series: await openPictureSeries(film, size, pattern),
      left: frames.length,
    };
    open.set(strip, series);
    return series;
  };
  let done = 0;
  try {
    for (const span of spansOf(
      [...due.keys()].sort((a, b) => a - b),
      SMALL_GAP,
    )) {
      for await (const { frame, picture } of readFrames(film, span)) {
        signal.throwIfAborted();
        for (const { strip, box } of due.get(frame) ?? []) {
          const drawn = await seriesOf(strip);
          await drawn.series.write(crop(picture, box));
          drawn.left -= 1;
          meter.reach(++done);
          if (drawn.left > 0) continue;
          open.delete(strip);
          await drawn.series.close();
        }
      }
    }
  } finally {
    for (const { series } of open.values()) series.abort();
  }
}

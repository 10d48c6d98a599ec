import type { Box } from '@mondwerk/film';
import { drawPart, type Film } from '@mondwerk/media';
import type { TrackSummary } from '../casting/trackSummary.ts';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Run } from '../run.ts';

/** Of a portrait, in pixels: sharp as a card on an ordinary screen. */
const SIZE = { width: 192, height: 192 } as const;

/** How much of its height is left round a face, so that people see a head. */
const ROUND = 0.35;

/** Draws every track's face at its best. Returns the keys of the pictures by track. */
export async function drawPortraitsOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  tracks: readonly TrackSummary[],
): Promise<ReadonlyMap<string, string>> {
  const pieces = await run.work.pieces({
    stage: 'drawPortraits',
    inputs: { film: filmHash, SIZE, ROUND },
    rooms: ['film', 'media', 'models', 'face'],
  });
  const keys = new Map<string, string>();
  for (const { id, best } of tracks) {
    run.signal.throwIfAborted();
    const piece = `${id}.jpg`;
    if (!(await pieces.has(piece))) {
      await pieces.make(piece, (out) =>
        drawPart(film, best.frame, headOf(best.box, film), { size: SIZE, out }),
      );
    }
    keys.set(id, run.work.storedKey(pieces, piece));
  }
  return keys;
}

/** A square round a face, moved into the picture where it would stick out. Even, as subsampled colour wants it. */
function headOf({ left, top, right, bottom }: Box, { width, height }: Film): Box {
  const wanted = Math.max(right - left, bottom - top) * (1 + 2 * ROUND);
  const side = even(Math.min(wanted, width, height));
  const place = (from: number, to: number, most: number): number =>
    even(Math.min(Math.max(0, (from + to - side) / 2), most - side));
  const [x, y] = [place(left, right, width), place(top, bottom, height)];
  return { left: x, top: y, right: x + side, bottom: y + side };
}

const even = (value: number): number => 2 * Math.floor(value / 2);

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../atomicFile.ts';
import {
  drawThumbnails,
  frameIndex,
  framesEvery,
  makeWebProxy,
  soundPeaks,
  THUMBNAIL_INDEX,
  type PeakHeader,
} from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import type { Pieces } from '../pieces.ts';
import { makePiecesOnce, type Pieced, type Run } from '../run.ts';

/** The names of a proxy's pieces. */
export const PROXY = { film: 'proxy.mp4', index: 'frames.json', peaks: 'peaks.bin' } as const;

/** The rooms that pictures for people come from. */
const rooms = ['film', 'media'] as const;

/** Makes the film that browsers play, with an index of its frames. */
export const makeProxyOnce = (
  run: Run,
  { film, filmHash }: CheckedFilm,
  { burnTimecode }: { readonly burnTimecode: boolean },
): Promise<Pieced<null>> =>
  makePiecesOnce(
    run,
    { stage: 'makeProxy', inputs: { film: filmHash, burnTimecode }, rooms },
    { unit: 'frames', total: film.pts.length },
    async (pieces, meter) => {
      const options = { burnTimecode, onProgress: meter.reach, signal: run.signal };
      await pieces.make(PROXY.film, async (path) => {
        const proxy = await makeWebProxy(film, path, options);
        await pieces.make(PROXY.index, (index) => writeWhole(index, JSON.stringify(frameIndex(film, proxy))));
      });
      return null;
    },
  );

const THUMBNAIL = { seconds: 2, width: 160 };

/** Draws small pictures of the film at even distances; tells the names of their sheets. */
export const drawThumbnailsOnce = (
  run: Run,
  { film, filmHash }: CheckedFilm,
): Promise<Pieced<readonly string[]>> =>
  makePiecesOnce(
    run,
    { stage: 'drawThumbnails', inputs: { film: filmHash, ...THUMBNAIL }, rooms },
    { unit: 'pictures', total: null },
    async (pieces, meter) => {
      const drafts = pieces.draftOf('sheets');
      await mkdir(drafts, { recursive: true });
      try {
        const options = { width: THUMBNAIL.width, onProgress: meter.reach, signal: run.signal };
        const folder = join(drafts, 'drawn');
        const { sheets } = await drawThumbnails(film, framesEvery(film, THUMBNAIL.seconds), folder, options);
        await takeAll(pieces, folder, [...sheets, THUMBNAIL_INDEX]);
        return sheets;
      } finally {
        await rm(drafts, { recursive: true, force: true });
      }
    },
  );

async function takeAll(pieces: Pieces, folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await pieces.take(name, join(folder, name));
}

/** Fine enough to see where a syllable begins. */
export const PEAKS_PER_SECOND = 100;

/** Measures how loud the film is over time; `null` where it is silent. */
export const drawPeaksOnce = async (
  run: Run,
  { film, filmHash }: CheckedFilm,
): Promise<Pieced<PeakHeader> | null> =>
  film.audio.length === 0
    ? null
    : makePiecesOnce(
        run,
        { stage: 'drawPeaks', inputs: { film: filmHash, perSecond: PEAKS_PER_SECOND }, rooms },
        { unit: 'sounds', total: 1 },
        async (pieces) => {
          let header: PeakHeader | undefined;
          await pieces.make(PROXY.peaks, async (path) => {
            header = await soundPeaks(film, { perSecond: PEAKS_PER_SECOND, signal: run.signal }, path);
          });
          return header!;
        },
      );

import type { FrameSpan } from '@mondwerk/film';
import { openWebPart, partFilm, readFrames, type Film } from '@mondwerk/media';
import type { Run } from './run.ts';
import type { FinishedParts } from './missingParts.ts';

/** The name of the piece that browsers play. */
export const PREVIEW = 'preview.mp4';

/** Writes the finished parts of a take as one film for browsers, unless that was done before. */
export async function previewOnce(
  run: Run,
  film: Film,
  span: FrameSpan,
  { pieces, places }: FinishedParts,
): Promise<void> {
  if (await pieces.has(PREVIEW)) return;
  await pieces.make(PREVIEW, async (path) => {
    const writer = await openWebPart(film, span, path);
    try {
      for (const place of places) {
        const part = partFilm(film, { path: pieces.pathOf(place.part), span: place.span });
        for await (const { picture } of readFrames(part)) {
          run.signal.throwIfAborted();
          await writer.write(picture);
        }
      }
      await writer.close();
    } catch (error) {
      await writer.abort();
      throw error;
    }
  });
}

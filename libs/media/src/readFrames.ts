import { bytesOfPicture, pictureFrom, type FrameSpan, type Picture } from '@mondwerk/film';
import type { Film } from './film.ts';
import { FrameMemory } from './frameMemory.ts';
import { isGray, isRgb } from './planarFormat.ts';
import { decodeFrames } from './rawFrames.ts';

/** One frame of a film. The picture's memory belongs to whoever receives it, who may give it back. */
export interface FilmFrame {
  readonly frame: number;
  readonly picture: Picture;
}

/** The whole of a film as a span of frames. */
export const wholeSpan = (film: Film): FrameSpan => ({ start: 0, end: film.pts.length });

/**
 * Reads a film's frames in order, in its own size and format (`film.format`), exactly those of `span`, without
 * decoding much before it. Bounded memory, which is used again as far as it is given back to `memory`; leaving the loop
 * ends the decoder.
 * @throws Refusal `truncated` when a frame cannot be decoded.
 */
export async function* readFrames(
  film: Film,
  span: FrameSpan = wholeSpan(film),
  memory = new FrameMemory(),
): AsyncGenerator<FilmFrame> {
  checkSpan(film, span);
  if (span.end === span.start) return;
  const { width, height, format } = film;
  const layout = {
    filters: pictureFilters(film),
    format: format.name,
    bytes: bytesOfPicture(width, height, format),
  };
  for await (const { frame, bytes } of decodeFrames(film, layout, span, memory)) {
    yield { frame, picture: pictureFrom(bytes, 0, width, height, format) };
  }
}

/** @throws RangeError when a span is not a part of the film. */
export function checkSpan(film: Film, span: FrameSpan): void {
  const inside = span.start >= 0 && span.start <= span.end && span.end <= film.pts.length;
  if (!inside || !Number.isInteger(span.start) || !Number.isInteger(span.end)) {
    throw new RangeError(`frames ${span.start}..${span.end} are not a part of 0..${film.pts.length}`);
  }
}

/** What happens to a film's pictures on their way out of the decoder. */
export const pictureFilters = (film: Film): readonly string[] => film.conversion ?? conversion(film);

/** Without these, ffmpeg would turn RGB into BT.601 and squeeze gray from full to limited range. */
function conversion(film: Film): string[] {
  if (isRgb(film.storedFormat)) return [`scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd`];
  if (isGray(film.storedFormat) && film.colour.range !== 'pc') return ['scale=in_range=tv:out_range=tv'];
  return [];
}

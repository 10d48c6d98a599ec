import { bytesOfPicture, pictureFrom } from '@mondwerk/film';
import { CUT_LOOKAHEAD, findCuts, thumbnailLayout } from './cutShots.ts';
import type { Film } from './film.ts';
import { FrameMemory } from './frameMemory.ts';
import { decodeFrames } from './rawFrames.ts';
import { pictureFilters, wholeSpan, type FilmFrame } from './readFrames.ts';

/** A frame of which it is known whether it begins a shot; the first of a film does not. */
export interface CutFrame extends FilmFrame {
  readonly begins: boolean;
}

/**
 * Reads a whole film as `readFrames` does and finds its cuts as `cutShots` does, decoding it once. Bounded memory.
 * @throws Refusal `truncated` when a frame cannot be decoded.
 */
export async function* readShots(film: Film, memory = new FrameMemory()): AsyncGenerator<CutFrame> {
  const { width, height, format } = film;
  const thumbnails = new Thumbnails();
  const cuts = findCuts(thumbnails);
  const layout = {
    filters: pictureFilters(film),
    format: format.name,
    bytes: bytesOfPicture(width, height, format),
    aside: {
      ...{ ...thumbnailLayout, ahead: CUT_LOOKAHEAD },
      onPicture: (bytes: Uint8Array) => thumbnails.add(bytes),
      onEnd: () => thumbnails.end(),
    },
  };
  for await (const { frame, bytes } of decodeFrames(film, layout, wholeSpan(film), memory)) {
    const { value: begins = false } = (await cuts.next()) as { value?: boolean };
    yield { frame, picture: pictureFrom(bytes, 0, width, height, format), begins };
  }
}

/** Thumbnails as they come. */
class Thumbnails implements AsyncIterable<Uint8Array> {
  readonly #waiting: Uint8Array[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  add(thumbnail: Uint8Array): void {
    this.#waiting.push(thumbnail);
    this.#wake();
  }

  /** After a decoder that broke off there are no more either. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      while (this.#waiting.length === 0) {
        if (this.#ended) return;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      yield this.#waiting.shift()!;
    }
  }
}

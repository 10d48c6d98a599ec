import type { FrameSpan, Picture } from '@mondwerk/film';
import { openPart, type Encoding, type Film, type PartWriter, type SpliceSource } from '@mondwerk/media';
import type { PartPlace } from './partPlaces.ts';
import type { Pieces } from './pieces.ts';

/** A part file that is being written under a name of its own, until it is whole. */
export class PartDraft {
  readonly #pieces: Pieces;
  readonly #place: PartPlace;
  readonly #path: string;
  readonly #writer: PartWriter;

  constructor(pieces: Pieces, place: PartPlace, path: string, writer: PartWriter) {
    this.#pieces = pieces;
    this.#place = place;
    this.#path = path;
    this.#writer = writer;
  }

  /** The frames that it will hold. */
  get span(): FrameSpan {
    return this.#place.span;
  }

  /** Hands over the next picture in order; resolves when there is room for more. */
  write(picture: Picture): Promise<void> {
    return this.#writer.write(picture);
  }

  /** Finishes the part. What is told of it comes first: only a part that has its name counts as done. */
  async finish(record: unknown): Promise<void> {
    await this.#pieces.save(this.#place.record, record);
    await this.#writer.close();
    await this.#pieces.take(this.#place.part, this.#path);
  }

  /** Gives the part up. */
  async abort(): Promise<void> {
    await this.#writer.abort();
  }
}

/** Starts to write a part. @throws whatever `openPart` throws. */
export async function draftPart(
  film: Film,
  pieces: Pieces,
  place: PartPlace,
  encoding: Encoding,
  between?: SpliceSource,
): Promise<PartDraft> {
  const path = pieces.draftOf(place.part);
  return new PartDraft(pieces, place, path, await openPart(film, place.span, path, encoding, between));
}

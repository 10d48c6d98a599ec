import type { PictureFile } from './pictureFile.ts';

/** What one side of a player shows: a film, and files laid over some of its frames. */
export class Reel {
  readonly film: PictureFile;
  readonly #laid: readonly PictureFile[];

  /** `laid` do not overlap. */
  constructor(film: PictureFile, laid: readonly PictureFile[] = []) {
    this.film = film;
    this.#laid = laid.toSorted((a, b) => a.span.start - b.span.start);
  }

  /** The file in which a frame is. */
  fileOf(frame: number): PictureFile {
    let low = 0;
    let high = this.#laid.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const file = this.#laid[middle];
      if (frame < file.span.start) high = middle - 1;
      else if (frame >= file.span.end) low = middle + 1;
      else return file;
    }
    return this.film;
  }
}

import type { FilmPictures } from './timelineModel.ts';

/** Sheets are fetched so many at a time, the one that was wanted last first. */
const AT_ONCE = 3;
/** How high the small pictures are kept, in pixels of the screen: the film of an evening fits into memory. */
const KEPT_HEIGHT = 54;

/** The sheets of small pictures of a film, fetched as they are wanted. */
export class SheetStore {
  readonly #arrived: () => void;
  #pictures: FilmPictures | null = null;
  #sheets = new Map<number, ImageBitmap | null>();
  #wanted: number[] = [];
  #fetching = 0;

  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Changes over to another film. */
  show(pictures: FilmPictures | null): void {
    if (pictures?.sheet === this.#pictures?.sheet && pictures?.index === this.#pictures?.index) return;
    this.close();
    this.#pictures = pictures;
  }

  /** A sheet, or `null` while it is on its way. */
  get(number: number): ImageBitmap | null {
    const sheet = this.#sheets.get(number);
    if (sheet !== undefined) return sheet;
    this.#sheets.set(number, null);
    this.#wanted.push(number);
    this.#fetchNext();
    return null;
  }

  close(): void {
    for (const sheet of this.#sheets.values()) sheet?.close();
    this.#sheets = new Map();
    this.#wanted = [];
    this.#pictures = null;
  }

  #fetchNext(): void {
    while (this.#fetching < AT_ONCE && this.#wanted.length > 0 && this.#pictures !== null) {
      void this.#fetch(this.#wanted.pop()!, this.#pictures);
    }
  }

  async #fetch(number: number, pictures: FilmPictures): Promise<void> {
    this.#fetching++;
    try {
      const answer = await fetch(pictures.sheet(number));
      if (!answer.ok) return;
      const picture = await answer.blob();
      const { columns, rows, width, height } = pictures.index;
      const scale = Math.min(1, (KEPT_HEIGHT * devicePixelRatio) / height);
      const sheet = await createImageBitmap(picture, {
        resizeWidth: Math.round(width * scale) * columns,
        resizeHeight: Math.round(height * scale) * rows,
        resizeQuality: 'medium',
      });
      if (this.#pictures !== pictures) return sheet.close();
      this.#sheets.set(number, sheet);
      this.#arrived();
    } catch {
      // The strip stays dark there: the film itself is looked at above it.
    } finally {
      this.#fetching--;
      this.#fetchNext();
    }
  }
}

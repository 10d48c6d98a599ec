import type { PictureFile } from './pictureFile.ts';
import { PictureReader } from './pictureReader.ts';

/** A frame of a file that somebody wants to see. */
export interface Wanted {
  readonly file: PictureFile;
  readonly frame: number;
}

/** Bytes of decoded pictures that are kept at most, and how many pictures that are at least and at most. */
const BUDGET = 256 * 2 ** 20;
const FEWEST = 48;
const MOST = 96;

/** Files that stay open though nothing of them is wanted right now. */
const OPEN_FILES = 5;

/** What the store tells. */
export interface StoreListener {
  arrived(): void;
  failed(error: unknown): void;
}

/** Keeps the decoded pictures around the playhead, of as many files as are looked at. */
export class PictureStore {
  readonly #pictures = new Map<PictureFile, Map<number, ImageBitmap>>();
  readonly #readers = new Map<PictureFile, PictureReader>();
  readonly #film: PictureFile;
  readonly #listener: StoreListener;
  #wanted: readonly Wanted[] = [];
  #count = 0;
  #most = FEWEST;

  /** `film` stays open for as long as the store does. */
  constructor(film: PictureFile, listener: StoreListener) {
    this.#film = film;
    this.#listener = listener;
  }

  /** Says what is wanted from now on, the most urgent first. */
  want(wanted: readonly Wanted[]): void {
    this.#wanted = wanted;
    const byFile = Map.groupBy(wanted, ({ file }) => file);
    for (const [file, reader] of this.#readers) if (!byFile.has(file)) reader.want([]);
    for (const [file, frames] of byFile) {
      const reader = this.#readerOf(file);
      // A file that is looked at is the last one to be closed.
      this.#readers.delete(file);
      this.#readers.set(file, reader);
      reader.want(frames.map(({ frame }) => frame));
    }
    this.#closeIdle();
  }

  /** The picture of a frame, if it is there. */
  get({ file, frame }: Wanted): ImageBitmap | undefined {
    return this.#pictures.get(file)?.get(frame);
  }

  /** How many pictures are held. */
  get size(): number {
    return this.#count;
  }

  /** Tries again what could not be read. */
  retry(): void {
    for (const reader of this.#readers.values()) reader.retry();
  }

  /** Lets go of everything. */
  close(): void {
    this.#wanted = [];
    for (const file of [...this.#readers.keys()]) this.#closeFile(file);
  }

  #readerOf(file: PictureFile): PictureReader {
    const known = this.#readers.get(file);
    if (known !== undefined) return known;
    const pictures = new Map<number, ImageBitmap>();
    this.#pictures.set(file, pictures);
    return new PictureReader(file, {
      has: (frame) => pictures.has(frame),
      put: (frame, picture) => {
        pictures.set(frame, picture);
        this.#count++;
        this.#most = Math.max(
          FEWEST,
          Math.min(MOST, Math.floor(BUDGET / (picture.width * picture.height * 4))),
        );
        this.#dropFarthest();
        this.#listener.arrived();
      },
      fail: (error) => this.#listener.failed(error),
    });
  }

  /** Drops what is not wanted, the farthest from the playhead first. */
  #dropFarthest(): void {
    const excess = this.#count - this.#most;
    if (excess <= 0) return;
    const { frame: playhead } = this.#wanted[0] ?? { frame: 0 };
    const wanted = Map.groupBy(this.#wanted, ({ file }) => file);
    const droppable = [...this.#pictures].flatMap(([file, pictures]) => {
      const kept = new Set(wanted.get(file)?.map(({ frame }) => frame));
      return [...pictures.keys()].filter((frame) => !kept.has(frame)).map((frame) => ({ file, frame }));
    });
    droppable.sort((a, b) => Math.abs(b.frame - playhead) - Math.abs(a.frame - playhead));
    for (const { file, frame } of droppable.slice(0, excess)) this.#dropPicture(file, frame);
  }

  #dropPicture(file: PictureFile, frame: number): void {
    const pictures = this.#pictures.get(file);
    pictures?.get(frame)?.close();
    if (pictures?.delete(frame)) this.#count--;
  }

  #closeIdle(): void {
    const idle = [...this.#readers.keys()].filter(
      (file) => file !== this.#film && this.#readers.get(file)!.idle,
    );
    for (const file of idle.slice(0, Math.max(0, this.#readers.size - OPEN_FILES))) this.#closeFile(file);
  }

  #closeFile(file: PictureFile): void {
    for (const frame of [...(this.#pictures.get(file)?.keys() ?? [])]) this.#dropPicture(file, frame);
    this.#pictures.delete(file);
    this.#readers.get(file)?.close();
    this.#readers.delete(file);
  }
}

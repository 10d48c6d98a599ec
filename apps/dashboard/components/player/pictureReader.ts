import type { PictureFile, FrameCursor } from './pictureFile.ts';

/** Frames that are rather decoded through than sought over; groups of a proxy are 12 long (docs/proxies.md). */
const REACH = 24;
const GROUP = 12;

/** What a reader does with what it reads. */
export interface ReaderPlace {
  /** Whether the picture of a frame is there already. */
  has(frame: number): boolean;
  put(frame: number, picture: ImageBitmap): void;
  fail(error: unknown): void;
}

/** Decodes the wanted frames of one file, the most urgent first, and gives up on what is no longer wanted. */
export class PictureReader {
  readonly file: PictureFile;
  readonly #place: ReaderPlace;
  #wanted: readonly number[] = [];
  readonly #unreadable = new Set<number>();
  #cursor: FrameCursor | undefined;
  #reading = false;
  #closed = false;

  constructor(file: PictureFile, place: ReaderPlace) {
    this.file = file;
    this.#place = place;
  }

  /** Says which frames are wanted from now on, the most urgent first; none stops it. */
  want(frames: readonly number[]): void {
    this.#wanted = frames;
    const [first] = this.#missing();
    if (first === undefined) return;
    if (this.#cursor !== undefined && !reaches(this.#cursor, this.#beginFor(first))) this.#drop();
    if (!this.#reading) void this.#read();
  }

  /** Whether nobody waits for anything of it. */
  get idle(): boolean {
    return !this.#reading && this.#wanted.length === 0;
  }

  /** Tries again what could not be read. */
  retry(): void {
    this.#unreadable.clear();
    this.want(this.#wanted);
  }

  /** Stops and closes its file. */
  close(): void {
    this.#closed = true;
    this.#wanted = [];
    this.#drop();
    this.file.media.close();
  }

  #missing(): number[] {
    return this.#wanted.filter((frame) => !this.#place.has(frame) && !this.#unreadable.has(frame));
  }

  #drop(): void {
    this.#cursor?.close();
    this.#cursor = undefined;
  }

  /** Backwards, the frames before it are wanted next: they are decoded on the way anyway. */
  #beginFor(frame: number): number {
    const missing = new Set(this.#missing());
    let begin = frame;
    while (frame - begin < GROUP - 1 && missing.has(begin - 1)) begin--;
    return begin;
  }

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      for (;;) {
        const [first] = this.#missing();
        if (this.#closed || first === undefined) break;
        await this.#readOne(first);
      }
    } catch (error) {
      // What nobody waits for any more may fail.
      if (!this.#closed) {
        for (const frame of this.#missing()) this.#unreadable.add(frame);
        this.#place.fail(error);
      }
      this.#drop();
    } finally {
      this.#reading = false;
    }
  }

  async #readOne(first: number): Promise<void> {
    const begin = this.#beginFor(first);
    if (this.#cursor === undefined || !reaches(this.#cursor, begin)) {
      this.#drop();
      this.#cursor = await this.file.readFrom(begin);
      if (this.#closed) return this.#drop();
    }
    const cursor = this.#cursor;
    const read = await cursor.next();
    if (read === undefined) {
      if (this.#cursor === cursor) {
        this.#drop();
        this.#unreadable.add(first);
      }
      return;
    }
    try {
      if (!this.#missing().includes(read.frame)) return;
      const picture = await toBitmap(read.sample.toVideoFrame());
      if (this.#closed) picture.close();
      else this.#place.put(read.frame, picture);
    } finally {
      read.sample.close();
    }
  }
}

const reaches = (cursor: FrameCursor, frame: number): boolean =>
  frame >= cursor.frame && frame - cursor.frame <= REACH;

/** Decoders have few buffers of their own, so a picture that is kept is copied out of them. */
async function toBitmap(frame: VideoFrame): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(frame);
  } finally {
    frame.close();
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOfPicture, crop, pictureFrom, type Box, type Picture } from '@mondwerk/film';
import type { KeepOptions, KeptFace } from '@mondwerk/face';
import type { Film } from '@mondwerk/media';

/** Cut-outs take no more of the disk than this, and than this part of what is free. */
const MOST_BYTES = 1e9;
const MOST_OF_FREE = 0.1;

const FOLDER = '.faces-';

/** Of a cut-out that is wanted: its frame and where it lies there. */
interface Wanted {
  readonly frame: number;
  readonly box: Box;
}

/**
 * Faces that were cut out while they were followed, for as long as one run lasts. What is wanted later lies in one of them
 * or has to be decoded again: so a film that fits is decoded once less, and a long one costs no more disk.
 */
export class KeptFaces {
  readonly #folder: string;
  readonly #most: number;
  readonly #faces = new Map<string, Map<number, KeptFace[]>>();
  readonly #files = new Map<string, number>();

  private constructor(folder: string, most: number) {
    this.#folder = folder;
    this.#most = most;
  }

  /** Opens an empty place for them in a work folder that nobody else is in; what a killed run left there goes. */
  static async open(below: string): Promise<KeptFaces> {
    const left = (await readdir(below)).filter((name) => name.startsWith(FOLDER));
    await Promise.all(left.map((name) => rm(join(below, name), { recursive: true, force: true })));
    const { bavail, bsize } = await statfs(below);
    const folder = await mkdtemp(join(below, FOLDER));
    return new KeptFaces(folder, Math.min(MOST_BYTES, MOST_OF_FREE * bavail * bsize));
  }

  /** Where the faces of a film are to be kept; `undefined` once some film's are. */
  get options(): KeepOptions | undefined {
    if (this.#faces.size > 0) return undefined;
    return { prefix: join(this.#folder, 'faces'), mostBytes: this.#most };
  }

  /** Notes where faces of a film lie. */
  add(film: Film, kept: readonly KeptFace[]): void {
    const own = this.#faces.get(nameOf(film)) ?? new Map<number, KeptFace[]>();
    this.#faces.set(nameOf(film), own);
    for (const face of kept) own.set(face.frame, [...(own.get(face.frame) ?? []), face]);
  }

  /** The part of a frame of a film inside an aligned box; `undefined` where nobody kept it. */
  find(film: Film, { frame, box }: Wanted): Picture | undefined {
    const { format } = film;
    const face = this.#faces
      .get(nameOf(film))
      ?.get(frame)
      ?.find((each) => holds(each.box, box));
    if (face === undefined) return undefined;
    const { left, top, right, bottom } = face.box;
    const buffer = new ArrayBuffer(bytesOfPicture(right - left, bottom - top, format));
    const read = readSync(this.#open(face.path), new Uint8Array(buffer), 0, buffer.byteLength, face.offset);
    if (read !== buffer.byteLength) return undefined;
    return crop(pictureFrom(buffer, 0, right - left, bottom - top, format), {
      ...{ left: box.left - left, top: box.top - top },
      ...{ right: box.right - left, bottom: box.bottom - top },
    });
  }

  /** Removes all files. */
  async close(): Promise<void> {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
    this.#faces.clear();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #open(path: string): number {
    const file = this.#files.get(path) ?? openSync(path, 'r');
    this.#files.set(path, file);
    return file;
  }
}

/** A film may be read in more than one way. */
const nameOf = ({ path, width, height, format, conversion = [] }: Film): string =>
  [path, width, height, format.name, ...conversion].join(' ');

const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom;

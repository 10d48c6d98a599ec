import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { bytesOfPicture, pictureFrom, type Box, type Picture, type PixelFormat } from '@mondwerk/film';
import type { PictureSource } from './pictureSource.ts';

/** Where one cut-out lies in a source file. */
export interface SourceRecord {
  readonly offset: number;
  readonly box: Box;
  /** 468 × (x, y) in the source frame's pixels. */
  readonly mesh: Float32Array;
}

/** A cut-out by where it lies in a source file, and how much it counts where several are dissolved. */
export interface WeightedRecord {
  readonly record: SourceRecord;
  readonly weight: number;
}

/** Cut-outs on disk, raw and one after another, so that memory does not grow with the number of sources. */
export class SourceWriter {
  readonly #file: number;
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Appends a cut-out and says where it lies. @throws the system's error when the disk is full. */
  add(cut: { picture: Picture; box: Box }, mesh: Float32Array): SourceRecord {
    const record = { offset: this.#offset, box: cut.box, mesh };
    for (const { data } of cut.picture.planes) {
      let written = 0;
      while (written < data.byteLength) {
        written += writeSync(this.#file, data, written, data.byteLength - written);
      }
      this.#offset += data.byteLength;
    }
    return record;
  }

  /** Ends the file. */
  close(): void {
    closeSync(this.#file);
  }
}

/** Reads cut-outs of one file. */
export class SourceReader {
  readonly #file: number;
  readonly #format: PixelFormat;

  constructor(path: string, format: PixelFormat) {
    this.#file = openSync(path, 'r');
    this.#format = format;
  }

  /** Reads one cut-out as a source that counts `weight`. @throws RangeError when the file ends too early. */
  read(record: SourceRecord, weight: number): PictureSource {
    const { box, mesh, offset } = record;
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const buffer = new ArrayBuffer(bytesOfPicture(width, height, this.#format));
    const read = readSync(this.#file, new Uint8Array(buffer), 0, buffer.byteLength, offset);
    if (read !== buffer.byteLength)
      throw new RangeError(`the source file ends inside the cut-out at ${offset}`);
    return { picture: pictureFrom(buffer, 0, width, height, this.#format), box, mesh, weight };
  }

  /** Closes the file. */
  close(): void {
    closeSync(this.#file);
  }
}

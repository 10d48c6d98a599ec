import type { Hash } from 'node:crypto';
import { bytesOfPicture, type Box, type Picture } from '@mondwerk/film';
import { bytesOf, hashOutside, newOutsideHash, outsideRuns } from './outsideHash.ts';

/**
 * Proves that pictures are untouched outside some boxes: the film's samples there are hashed and copied before anything is
 * changed, and afterwards the result's samples are compared with the copy, one by one. Comparing costs a twentieth of hashing;
 * only from the first sample that differs on is the result hashed by itself.
 */
export class OutsideProof {
  readonly #source: Hash = newOutsideHash();
  #result: Hash | undefined;
  #before: Hash | undefined;
  #copy = new Uint8Array();

  /** Adds a picture of the film, before it is changed. */
  addSource(picture: Picture, boxes: readonly Box[]): void {
    if (this.#result === undefined) this.#before = this.#source.copy();
    hashOutside(this.#source, picture, boxes);
    this.#keep(picture);
  }

  /** Adds what has become of the picture that was added last. */
  addResult(picture: Picture, boxes: readonly Box[]): void {
    if (this.#result === undefined) {
      if (this.#isAsBefore(picture, boxes)) return;
      this.#result = this.#before;
    }
    hashOutside(this.#result!, picture, boxes);
  }

  /** SHA-256 of all samples outside the boxes, of the film and of the result. */
  digests(): { readonly source: string; readonly result: string } {
    const source = this.#source.digest('hex');
    return { source, result: this.#result?.digest('hex') ?? source };
  }

  #keep(picture: Picture): void {
    const { width, height, format, planes } = picture;
    const bytes = bytesOfPicture(width, height, format);
    if (this.#copy.length !== bytes) this.#copy = new Uint8Array(bytes);
    let at = 0;
    for (const { data } of planes) {
      this.#copy.set(bytesOf(data, 0, data.length), at);
      at += data.byteLength;
    }
  }

  #isAsBefore(picture: Picture, boxes: readonly Box[]): boolean {
    let at = 0;
    return picture.planes.every(({ data }, plane) => {
      const first = at;
      at += data.byteLength;
      return outsideRuns(picture, plane, boxes).every(({ start, end }) => {
        const size = data.BYTES_PER_ELEMENT;
        const copied = this.#copy.subarray(first + start * size, first + end * size);
        return Buffer.compare(copied, bytesOf(data, start, end)) === 0;
      });
    });
  }
}

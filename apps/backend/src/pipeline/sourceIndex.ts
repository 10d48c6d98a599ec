import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { MESH_POINTS, type Box } from '@mondwerk/film';
import type { SourceRecord, WeightedRecord } from '@mondwerk/compositing';

const MESH_NUMBERS = 2 * MESH_POINTS;
const BOX_NUMBERS = 4;
const RECORD_BYTES = 8 + 4 * BOX_NUMBERS + 4 * MESH_NUMBERS;

/** Names a frame of a track. */
export const sourceName = (track: string, frame: number): string => `${track}#${frame}`;

/** Writes where cut-outs lie and the meshes in them, each record equally long, so that any can be read by its number. */
export class SourceIndexWriter {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Appends one record. @throws the system's error when the disk is full. */
  add({ offset, box, mesh }: SourceRecord): void {
    const bytes = new ArrayBuffer(RECORD_BYTES);
    new Float64Array(bytes, 0, 1)[0] = offset;
    new Int32Array(bytes, 8, BOX_NUMBERS).set([box.left, box.top, box.right, box.bottom]);
    new Float32Array(bytes, 8 + 4 * BOX_NUMBERS).set(mesh);
    const data = new Uint8Array(bytes);
    let written = 0;
    while (written < data.length) written += writeSync(this.#file, data, written);
  }

  /** Ends the file. */
  close(): void {
    closeSync(this.#file);
  }
}

/** Reads records by the names in which they were written. */
export class SourceIndex {
  readonly #file: number;
  readonly #numbers: ReadonlyMap<string, number>;

  readonly #frames: ReadonlyMap<string, readonly number[]>;

  constructor(path: string, names: readonly string[]) {
    this.#file = openSync(path, 'r');
    this.#frames = framesByTrack(names);
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  /** Where the cut-out of a frame lies; `undefined` when it was not gathered. @throws RangeError when the file ends too early. */
  find(track: string, frame: number): SourceRecord | undefined {
    const number = this.#numbers.get(sourceName(track, frame));
    if (number === undefined) return undefined;
    const bytes = new ArrayBuffer(RECORD_BYTES);
    const read = readSync(this.#file, new Uint8Array(bytes), 0, RECORD_BYTES, number * RECORD_BYTES);
    if (read !== RECORD_BYTES) throw new RangeError(`the source index ends inside record ${number}`);
    const [left, top, right, bottom] = new Int32Array(bytes, 8, BOX_NUMBERS);
    const box: Box = { left, top, right, bottom };
    return {
      offset: new Float64Array(bytes, 0, 1)[0],
      box,
      mesh: new Float32Array(bytes, 8 + 4 * BOX_NUMBERS),
    };
  }

  /** Where the cut-outs of some frames lie, those of them that were gathered. @throws RangeError as `find`. */
  recordsOf(
    sources: readonly { readonly track: string; readonly frame: number; readonly weight: number }[],
  ): WeightedRecord[] {
    return sources.flatMap(({ track, frame, weight }) => {
      const record = this.find(track, frame);
      return record === undefined ? [] : [{ record, weight }];
    });
  }

  /** Frames of a track of which there are cut-outs, ascending. */
  framesOf(track: string): readonly number[] {
    return this.#frames.get(track) ?? [];
  }

  /** Closes the file. */
  close(): void {
    closeSync(this.#file);
  }
}

function framesByTrack(names: readonly string[]): Map<string, number[]> {
  const frames = new Map<string, number[]>();
  for (const name of names) {
    const end = name.lastIndexOf('#');
    const track = name.slice(0, end);
    const list = frames.get(track) ?? [];
    if (list.push(Number(name.slice(end + 1))) === 1) frames.set(track, list);
  }
  for (const list of frames.values()) list.sort((a, b) => a - b);
  return frames;
}

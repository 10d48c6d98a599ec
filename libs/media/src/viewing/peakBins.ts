/** Puts interleaved 16-bit samples, which come in chunks of any size, into stretches with a lowest and a highest. */
export class PeakBins {
  readonly #size: number;
  #rest: Uint8Array = new Uint8Array(0);
  #count = 0;
  #lowest = 0;
  #highest = 0;

  constructor(samples: number, channels: number) {
    this.#size = samples * channels;
  }

  /** The pairs (lowest, highest) of all stretches that this chunk completes. */
  take(chunk: Uint8Array): Int8Array {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const samples = bytes.length >> 1;
    const pairs: number[] = [];
    for (let i = 0; i < samples; i++) {
      const value = view.getInt16(2 * i, true);
      if (value < this.#lowest || this.#count === 0) this.#lowest = value;
      if (value > this.#highest || this.#count === 0) this.#highest = value;
      if (++this.#count === this.#size) pairs.push(...this.#close());
    }
    this.#rest = Uint8Array.from(bytes.subarray(2 * samples));
    return Int8Array.from(pairs);
  }

  /** The pair of a last stretch that is not full; nothing when there is none. */
  rest(): Int8Array {
    return Int8Array.from(this.#count > 0 ? this.#close() : []);
  }

  #close(): [number, number] {
    this.#count = 0;
    // Outwards, so that no peak is drawn smaller than it is.
    return [Math.max(-127, Math.floor(this.#lowest / 258)), Math.min(127, Math.ceil(this.#highest / 258))];
  }
}

import { createHash } from 'node:crypto';
import type { FrameSpan } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { avcType, BLA_ALONE, CRA, framed, hevcType, nalUnits, retyped, type Framing } from './nalUnits.ts';
import { readSetup } from './readSetup.ts';
import { SpanReader } from './spanReader.ts';

/** A span of a film whose coded pictures were copied. */
export interface CopiedSpan {
  readonly span: FrameSpan;
  /** Of the coded pictures themselves, as `PictureSum` counts them. */
  readonly bytes: number;
  readonly sha256: string;
}

/** NAL units that only prepare the decoder: parameter sets, delimiters, ends. They may be others in a copy. */
const preparing: Readonly<Record<string, (unit: Uint8Array) => boolean>> = {
  h264: (unit) => avcType(unit) >= 7 && avcType(unit) <= 12,
  hevc: (unit) => hevcType(unit) >= 32 && hevcType(unit) <= 38,
};

/**
 * Adds coded pictures up to one sum that is the same for a film and a copy of it. H.264, H.265: all NAL units but those
 * that only prepare the decoder, each with its length in front, four bytes; a BLA picture counts as the CRA picture
 * that it may have been. ProRes: every byte.
 */
export class PictureSum {
  readonly #hash = createHash('sha256');
  readonly #codec: string;
  readonly #framing: Framing | null;
  #bytes = 0;

  /** `framing` is `null` where pictures are no NAL units. */
  constructor(codec: string, framing: Framing | null) {
    this.#codec = codec;
    this.#framing = framing;
  }

  /** Adds the next picture in the order of decoding. */
  add(packet: Uint8Array): void {
    const bytes = this.#framing === null ? packet : framed(this.#units(packet, this.#framing));
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  /** The sum of all that was added. */
  end(): Omit<CopiedSpan, 'span'> {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #units(packet: Uint8Array, framing: Framing): Uint8Array[] {
    const units = nalUnits(packet, framing).filter((unit) => !preparing[this.#codec](unit));
    if (this.#codec === 'h264') return units;
    return units.map((unit) => (hevcType(unit) === BLA_ALONE ? retyped(unit, CRA) : unit));
  }
}

/**
 * Sums up the coded pictures of some spans of a film, ascending, without decoding: equal sums tell that the pictures in a
 * copy are the film's own.
 */
export async function sumPictures(film: Film, spans: readonly FrameSpan[]): Promise<CopiedSpan[]> {
  const setup = film.codec === 'prores' ? null : await readSetup(film);
  const reader = new SpanReader(film);
  try {
    const sums: CopiedSpan[] = [];
    for (const span of spans) {
      const sum = new PictureSum(film.codec, setup && setup.framing);
      for await (const { bytes } of reader.read(span)) sum.add(bytes);
      sums.push({ span, ...sum.end() });
    }
    return sums;
  } finally {
    await reader.close();
  }
}

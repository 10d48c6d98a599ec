import type { FrameSpan } from '@mondwerk/film';
import type { Film } from '../film.ts';
import type { Joint } from './joint.ts';
import { PictureSum, type CopiedSpan } from './pictureSum.ts';
import { SpanReader } from './spanReader.ts';
import type { SpliceSource } from './spliceSource.ts';

/** Hands a coded picture over to whoever writes the film. */
export type SendPacket = (
  packet: { readonly pts: number; readonly key: boolean },
  bytes: Uint8Array,
) => Promise<void>;

/** Copies spans of a film, in order, while it is read once. */
export class SourceCopy {
  readonly #reader: SpanReader;
  readonly #source: SpliceSource;
  readonly #joint: Joint;

  constructor(film: Film, source: SpliceSource, joint: Joint) {
    this.#reader = new SpanReader(film);
    this.#source = source;
    this.#joint = joint;
  }

  /** Sends the pictures of a span that begins and ends at borders. @throws Error when the film does not hold them. */
  async send(span: FrameSpan, send: SendPacket): Promise<CopiedSpan> {
    const { codec, setup } = this.#source;
    const sum = new PictureSum(codec, setup && setup.framing);
    let first = true;
    for await (const packet of this.#reader.read(span)) {
      sum.add(packet.bytes);
      await send(packet, this.#joint.copied(packet, first));
      first = false;
    }
    return { span, ...sum.end() };
  }

  /** Ends the reading. */
  async close(): Promise<void> {
    await this.#reader.close();
  }
}

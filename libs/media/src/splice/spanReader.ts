import { contains, lengthOf, type FrameSpan } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { readPackets, type SourcePacket } from './sourcePackets.ts';

/** Reads the coded pictures of some spans of a film, one span after the other, while the film is read once. */
export class SpanReader {
  readonly #film: Film;
  readonly #packets: AsyncGenerator<SourcePacket>;

  constructor(film: Film) {
    this.#film = film;
    this.#packets = readPackets(film);
  }

  /** The pictures that show the frames of a span, in the order of decoding. @throws Error when some are missing. */
  async *read(span: FrameSpan): AsyncGenerator<SourcePacket> {
    const { pts, path } = this.#film;
    const times = { start: pts[span.start], end: pts[span.end] ?? Infinity };
    for (let left = lengthOf(span); left > 0;) {
      const { value: packet, done } = await this.#packets.next();
      if (done === true) throw new Error(`${path} does not hold the frames ${span.start}..${span.end}`);
      if (!packet.shown || !contains(times, packet.pts)) continue;
      yield packet;
      left -= 1;
    }
  }

  /** Ends the reading. */
  async close(): Promise<void> {
    await this.#packets.return(undefined);
  }
}

import type { Readable } from 'node:stream';
import type { Film } from '../film.ts';
import { listLines } from '../listLines.ts';
import { fileArgument, startProgram } from '../program.ts';

/** One coded picture as a container holds it. */
export interface SourcePacket {
  /** In units of the film's clock. */
  readonly pts: number;
  /** Whether the container says that decoding can begin here. */
  readonly key: boolean;
  /** Not, where an edit list leaves it out. */
  readonly shown: boolean;
  readonly bytes: Uint8Array;
}

/**
 * Reads all coded pictures of a film in the order of decoding, byte for byte, from any container: ffprobe tells their
 * times and sizes, ffmpeg hands over the bytes. One packet in memory at a time.
 * @throws Error when the two do not tell of the same packets.
 */
export async function* readPackets({ path }: Pick<Film, 'path'>): AsyncGenerator<SourcePacket> {
  const copying = startProgram('ffmpeg', [
    ...['-v', 'error', '-nostdin', '-copyts', '-i', fileArgument(path)],
    ...['-map', '0:V:0', '-c', 'copy', '-copyinkf', '-f', 'data', 'pipe:1'],
  ]);
  copying.stdin.end();
  const bytes = new ByteReader(copying.stdout);
  try {
    for await (const line of listLines(path, 'V:0', 'packet=pts,size,flags', [])) {
      const [pts, size, flags = ''] = line.split(',');
      yield {
        pts: Number(pts),
        key: flags.includes('K'),
        shown: !flags.includes('D'),
        bytes: await bytes.take(Number(size), path),
      };
    }
    if (!(await bytes.ended())) throw mismatch(path);
    await copying.ended;
  } finally {
    copying.stop();
    await copying.ended.catch(() => undefined);
  }
}

const mismatch = (path: string): Error => new Error(`ffmpeg and ffprobe tell of other packets in ${path}`);

/** Takes a stream's bytes in pieces of any size. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #next: Promise<IteratorResult<Buffer>>;
  #rest: Uint8Array = new Uint8Array();

  /** Asks for bytes at once: Node throws away what nobody has asked for when a program ends. */
  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    this.#next = this.#ask();
  }

  async take(size: number, path: string): Promise<Uint8Array> {
    const taken = new Uint8Array(size);
    for (let filled = 0; filled < size;) {
      if (this.#rest.length === 0 && !(await this.#more())) throw mismatch(path);
      const piece = this.#rest.subarray(0, size - filled);
      taken.set(piece, filled);
      filled += piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
    return taken;
  }

  async ended(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#next;
    if (done === true) return false;
    this.#rest = value;
    this.#next = this.#ask();
    return true;
  }

  #ask(): Promise<IteratorResult<Buffer>> {
    const next = this.#chunks.next();
    next.catch(() => undefined);
    return next;
  }
}

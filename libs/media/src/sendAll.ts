import type { Writable } from 'node:stream';

/** Writes all pieces in order. Their memory may be used again once this resolves: the operating system has them. */
export function sendAll(to: Writable, pieces: readonly Uint8Array[]): Promise<void> {
  return new Promise((sent, fail) => {
    pieces.slice(0, -1).forEach((piece) => to.write(piece));
    to.write(pieces.at(-1), (error) => (error ? fail(error) : sent()));
  });
}

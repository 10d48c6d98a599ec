import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How long something is, and its SHA-256. */
export interface Sum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a stream to a new file, and sums it up on the way. */
export async function writeSummed(from: Readable, path: string): Promise<Sum> {
  const hash = createHash('sha256');
  let bytes = 0;
  const summing = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  await pipeline(from, summing, createWriteStream(path, { flags: 'wx' }));
  return { bytes, sha256: hash.digest('hex') };
}

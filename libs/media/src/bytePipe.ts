import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One read brings at most so much: what a socket holds. */
const MOST_BYTES = 1 << 18;

/** The longest name that every system takes for a socket is 103 bytes. */
const LONGEST_FOLDER = 80;

/** Both ends of a pipe. */
export interface BytePipe {
  /** The end that a program writes to; ours to close once the program has it. */
  readonly entrance: Socket;
  /** The end that tells of what comes out. It can be paused, and closes when the program has ended. */
  readonly exit: Socket;
}

/**
 * Opens a pipe for a program's raw pictures. What comes out of it is told piece by piece, always in the same memory: the
 * pipes that Node makes for programs take 64 KB of new memory for every read, 25,000 times in 20 s of film, and the garbage
 * collector marks everything else again and again for that. `onBytes` returns whether to go on.
 */
export async function openBytePipe(onBytes: (bytes: Uint8Array) => boolean): Promise<BytePipe> {
  const root = tmpdir().length > LONGEST_FOLDER ? '/tmp' : tmpdir();
  // A folder that is nobody else's: nobody else can be the one who connects.
  const folder = await mkdtemp(join(root, 'mondwerk-'));
  const path = join(folder, 'pipe');
  const server = createServer({ pauseOnConnect: true });
  try {
    await once(server.listen(path), 'listening');
    const entered = once(server, 'connection');
    const exit = connect({
      path,
      onread: {
        buffer: Buffer.allocUnsafeSlow(MOST_BYTES),
        callback: (length, bytes) => onBytes(bytes.subarray(0, length)),
      },
    });
    // A program that dies closes its pipes; the reason is told by its end.
    exit.on('error', () => undefined);
    const [entrance] = (await entered) as [Socket];
    return { entrance, exit };
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

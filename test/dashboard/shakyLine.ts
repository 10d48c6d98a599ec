import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** A line between a browser and a server that can be slow, and cut. */
export interface ShakyLine {
  readonly url: string;
  /** Bytes per second from the browser to the server; as fast as it goes with `null`. */
  slow(bytesPerSecond: number | null): void;
  /** Breaks every connection and lets none through before it is mended. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Lays a line to a server. */
export async function layShakyLine(to: string): Promise<ShakyLine> {
  const { hostname, port } = new URL(to);
  const ends = new Set<Socket>();
  let rate: number | null = null;
  let whole = true;
  const keep = (end: Socket): Socket => {
    ends.add(end);
    end.on('error', () => undefined).on('close', () => ends.delete(end));
    return end;
  };
  const slowly = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      if (rate !== null) await wait((chunk.length / rate) * 1000);
      yield chunk;
    }
  };
  const server = createServer((socket) => {
    if (!whole) return void socket.destroy();
    const [near, far] = [keep(socket), keep(connect(Number(port), hostname))];
    pipeline(near, slowly, far).catch(() => undefined);
    pipeline(far, near).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakAll = (): void => ends.forEach((end) => end.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    slow: (bytesPerSecond) => void (rate = bytesPerSecond),
    cut: () => {
      whole = false;
      breakAll();
    },
    mend: () => void (whole = true),
    close: async () => {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}

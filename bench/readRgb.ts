import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Decodes a film as 8-bit red, green, blue, frame after frame; each frame's memory is its own. */
export async function* readRgb(film: string, width: number, height: number): AsyncGenerator<Uint8Array> {
  const size = width * height * 3;
  const args = ['-v', 'error', '-nostdin', '-i', film, '-map', '0:v:0', '-fps_mode', 'passthrough'];
  const ffmpeg = spawn('ffmpeg', [...args, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: Buffer[] = [];
  ffmpeg.stderr.on('data', (piece: Buffer) => complaints.push(piece));
  const done = once(ffmpeg, 'close');
  let [frame, filled] = [new Uint8Array(size), 0];
  try {
    for await (const chunk of ffmpeg.stdout as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length;) {
        const taken = Math.min(chunk.length - at, size - filled);
        frame.set(chunk.subarray(at, at + taken), filled);
        at += taken;
        filled += taken;
        if (filled < size) continue;
        yield frame;
        [frame, filled] = [new Uint8Array(size), 0];
      }
    }
    const [code] = (await done) as [number];
    if (code !== 0) throw new Error(`${film} cannot be read: ${Buffer.concat(complaints).toString()}`);
  } finally {
    ffmpeg.kill('SIGKILL');
  }
}

/** Reads several films of one size frame by frame at once, as far as the shortest goes. */
export async function* readTogether(
  films: readonly string[],
  width: number,
  height: number,
): AsyncGenerator<readonly Uint8Array[]> {
  const readers = films.map((film) => readRgb(film, width, height));
  try {
    for (;;) {
      const frames = await Promise.all(readers.map((reader) => reader.next()));
      if (frames.some(({ done }) => done)) return;
      yield frames.map(({ value }) => value as Uint8Array);
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.return(undefined)));
  }
}

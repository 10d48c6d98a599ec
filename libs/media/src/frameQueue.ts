import type { FrameMemory } from './frameMemory.ts';
import type { RunningProgram } from './program.ts';

/** A frame's bytes with the timestamp that the decoder gave it. */
export interface StampedBytes {
  readonly pts: number;
  readonly bytes: ArrayBufferLike;
}

/** Decoded ahead of the reader: enough that decoder and reader work at the same time, little enough for any size. */
const AHEAD_BYTES = 32 << 20;

/**
 * Puts a decoder's byte stream together to frames, each in one buffer of its own that is filled in place, and pairs
 * them with the timestamps from the notes. The decoder is held back while enough frames wait.
 */
export class FrameQueue {
  private readonly size: number;
  private readonly limit: number;
  private readonly memory: FrameMemory;
  private readonly ready: ArrayBufferLike[] = [];
  private readonly stamps: number[] = [];
  private program: RunningProgram | undefined;
  private current: Uint8Array | undefined;
  private filled = 0;
  private openEnds = 2;
  private wake: () => void = () => undefined;

  /** Holds so many frames as make good use of two cores, and at least `least`. */
  constructor(frameBytes: number, memory: FrameMemory, least = 2) {
    this.size = frameBytes;
    this.memory = memory;
    this.limit = Math.max(least, Math.min(64, Math.floor(AHEAD_BYTES / frameBytes)));
  }

  /** Takes the timestamps from a decoder's notes, until both of its ends are closed. */
  follow(program: RunningProgram): void {
    this.program = program;
    const ended = (): void => {
      this.openEnds -= 1;
      this.wake();
    };
    program.stdout.once('close', ended);
    let rest = '';
    program.notes
      .setEncoding('latin1')
      .on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        this.stamps.push(...lines.flatMap(stampIn));
        this.wake();
      })
      .once('close', ended);
  }

  /** The next whole frame; `undefined` when the decoder has no more. */
  async next(): Promise<StampedBytes | undefined> {
    while (this.ready.length === 0 || this.stamps.length === 0) {
      if (this.openEnds === 0) return undefined;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    this.program?.stdout.resume();
    return { pts: this.stamps.shift()!, bytes: this.ready.shift()! };
  }

  /** Takes the decoder's next bytes; says whether there is room for more. */
  fill(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length) {
      this.current ??= new Uint8Array(this.memory.take(this.size));
      const length = Math.min(chunk.length - at, this.size - this.filled);
      this.current.set(chunk.subarray(at, at + length), this.filled);
      this.filled += length;
      at += length;
      if (this.filled === this.size) this.finish();
    }
    return this.ready.length < this.limit;
  }

  private finish(): void {
    this.ready.push(this.current!.buffer);
    this.current = undefined;
    this.filled = 0;
    this.wake();
  }
}

/** `frame:12  pts:6144  pts_time:0.48` gives 6144; the lines between give nothing. */
function stampIn(line: string): number[] {
  const match = /^frame:\s*\d+\s+pts:\s*(-?\d+)/.exec(line);
  return match ? [Number(match[1])] : [];
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Picture } from '@mondwerk/film';

/**
 * Memory of frames that is used again. Frames are large: new memory for each makes the garbage collector search
 * everything else there is several times a second.
 */
export class FrameMemory {
  #idle: ArrayBufferLike[] = [];
  readonly #shared: boolean;

  /**
   * With `shared`, threads can look at the memory without it being moved to them: where much moves to and fro, the garbage
   * collector of either side takes it for new again and again.
   */
  constructor({ shared = false }: { readonly shared?: boolean } = {}) {
    this.#shared = shared;
  }

  /** Memory of exactly so many bytes, with anything in it. */
  take(bytes: number): ArrayBufferLike {
    // Memory that was moved to another thread, or is that of another film, is of no use any more.
    this.#idle = this.#idle.filter((memory) => memory.byteLength === bytes);
    const memory = this.#idle.pop();
    if (memory !== undefined) return memory;
    // Memory that might grow comes from the system and goes back to it; other shared memory stays with the process.
    if (this.#shared) return new SharedArrayBuffer(bytes, { maxByteLength: bytes });
    // Not zeroed: every byte is about to be written.
    return Buffer.allocUnsafeSlow(bytes).buffer;
  }

  /** Takes the memory of a picture back, or memory by itself; nobody may look at it any more. */
  give(done: Picture | ArrayBufferLike): void {
    const memory = 'planes' in done ? done.planes[0].data.buffer : done;
    if (memory.byteLength > 0) this.#idle.push(memory);
  }

  /** Frees what is not in use: the garbage collector, having little else to do, would be long in coming. */
  free(): void {
    const anyShared = this.#shared && this.#idle.length > 0;
    this.#drop();
    if (anyShared) collectGarbage();
  }

  /** By itself, so that nothing of `free` holds on to what is to be collected. */
  #drop(): void {
    for (const memory of this.#idle) if (memory instanceof ArrayBuffer) memory.transfer(0);
    this.#idle = [];
  }
}

/** Shared memory cannot be given back otherwise. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

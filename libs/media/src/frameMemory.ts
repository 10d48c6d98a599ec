import type { Picture } from '@mondwerk/film';

/**
 * Memory of frames that is used again. Frames are large: new memory for each makes the garbage collector search
 * everything else there is several times a second.
 */
export class FrameMemory {
  #idle: ArrayBuffer[] = [];

  /** Memory of exactly so many bytes, with anything in it. */
  take(bytes: number): ArrayBuffer {
    // Memory that was moved to another thread, or is that of another film, is of no use any more.
    this.#idle = this.#idle.filter((memory) => memory.byteLength === bytes);
    // Not zeroed: every byte is about to be written.
    return this.#idle.pop() ?? (Buffer.allocUnsafeSlow(bytes).buffer as ArrayBuffer);
  }

  /** Takes the memory of a picture back, or memory by itself; nobody may look at it any more. */
  give(done: Picture | ArrayBuffer): void {
    const memory = done instanceof ArrayBuffer ? done : (done.planes[0].data.buffer as ArrayBuffer);
    if (memory.byteLength > 0) this.#idle.push(memory);
  }

  /** Frees what is not in use: the garbage collector, having little else to do, would be long in coming. */
  free(): void {
    for (const memory of this.#idle) memory.transfer(0);
    this.#idle = [];
  }
}

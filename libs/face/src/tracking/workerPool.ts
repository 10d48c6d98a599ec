import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { ChunkFaces, ChunkFrame } from '../following/trackChunk.ts';
import type { KeptFace } from './keepFaces.ts';
import {
  buffersOf,
  END,
  movable,
  type ChunkAnswer,
  type ChunkOrder,
  type WorkerSetup,
} from './workerMessages.ts';

interface Job {
  readonly frames: readonly ChunkFrame[];
  readonly resolve: (faces: ChunkFaces) => void;
  readonly reject: (error: Error) => void;
}

/** Threads that track chunks, one each at a time, in the order in which they are asked. */
export class WorkerPool {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  readonly #onMemory: (memory: ArrayBufferLike) => void;
  readonly #onKept: (kept: readonly KeptFace[]) => void;
  #failure: Error | undefined;

  /** `onMemory` is given the memory of frames that are done, without it, it is freed; `onKept` is told of faces that were kept. */
  constructor(
    count: number,
    setup: WorkerSetup,
    onMemory: (memory: ArrayBufferLike) => void = freed,
    onKept: (kept: readonly KeptFace[]) => void = () => undefined,
  ) {
    this.#onMemory = onMemory;
    this.#onKept = onKept;
    const url = new URL('./chunkWorker.ts', import.meta.url);
    this.#workers = Array.from({ length: count }, (_, index) => {
      return new Worker(url, { workerData: { ...setup, ...shareOf(setup, index, count) } });
    });
    this.#idle = [...this.#workers];
    for (const worker of this.#workers) {
      worker.on('message', (answer: ChunkAnswer) => this.#answered(worker, answer));
      worker.on('error', (error) => this.#fail(error as Error));
      worker.on('exit', (code) => this.#fail(new Error(`a face tracking thread ended with code ${code}`)));
    }
  }

  /** Tracks a chunk; its pictures' memory moves to the thread and is gone here. @throws whatever the thread does. */
  track(frames: readonly ChunkFrame[]): Promise<ChunkFaces> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ frames, resolve, reject });
      this.#dispatch();
    });
  }

  /**
   * Ends the threads; chunks that are not done are rejected. A thread in the middle of a chunk ends after it: the
   * whole process would abort if a network were torn away while it runs.
   */
  async close(): Promise<void> {
    this.#fail(new Error('face tracking was stopped'));
    await Promise.all(this.#workers.map(endOf));
  }

  #dispatch(): void {
    if (this.#failure) return this.#fail(this.#failure);
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop()!;
      const job = this.#waiting.shift()!;
      this.#busy.set(worker, job);
      const order: ChunkOrder = { frames: job.frames };
      worker.postMessage(order, movable(buffersOf(job.frames)));
    }
  }

  #answered(worker: Worker, answer: ChunkAnswer): void {
    const job = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    answer.memory.forEach(this.#onMemory);
    if ('error' in answer) job?.reject(answer.error);
    else {
      this.#onKept(answer.kept);
      job?.resolve(answer.faces);
    }
    this.#dispatch();
  }

  /** One broken thread ends the whole pool: its chunk would be missing from the film. */
  #fail(error: Error): void {
    this.#failure ??= error;
    for (const job of [...this.#busy.values(), ...this.#waiting]) job.reject(this.#failure);
    this.#busy.clear();
    this.#waiting.length = 0;
  }
}

/** Each thread writes into a file of its own. */
const shareOf = ({ keep }: WorkerSetup, index: number, count: number): Pick<WorkerSetup, 'keep'> =>
  keep ? { keep: { prefix: `${keep.prefix}-${index}`, mostBytes: keep.mostBytes / count } } : {};

/** Left to the garbage collector, pictures would pile up. */
const freed = (memory: ArrayBufferLike): void => {
  if (memory instanceof ArrayBuffer) memory.transfer(0);
};

/** Asks a thread to end and waits until it has. A thread that has ended already has no id any more. */
async function endOf(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  const ended = once(worker, 'exit');
  worker.postMessage(END);
  await ended;
}

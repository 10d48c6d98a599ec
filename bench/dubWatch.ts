import { processTree, type LiveProcess } from './processTree.ts';

/** Stages by what they are for; those between that are not named belong to the plan. */
const PHASES: Readonly<Record<string, string>> = {
  probe: 'probe',
  cutShots: 'cuts, faces, phones',
  trackFaces: 'cuts, faces, phones',
  alignSpeech: 'cuts, faces, phones',
  gatherSources: 'gather sources',
  renderMouths: 'render',
  trackDonors: 'cuts, faces, phones',
  gatherFaces: 'gather sources',
  renderFaces: 'render',
  seal: 'seal',
};

/** Threads of Node by what they do. */
const THREADS: Readonly<Record<string, string>> = {
  MainThread: 'main thread',
  WorkerThread: 'networks and mouths, in threads',
  V8Worker: 'garbage collection, compiling',
};

/** What a stage says of itself with `--json-progress`. */
export interface StageTick {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
}

/** Watches a dub from outside: what it and the programs it runs cost, and what memory they take. */
export class DubWatch {
  readonly #running: string[] = [];
  readonly #before = new Map<string, number>();
  readonly #parts = new Map<string, number>();
  readonly #phases = new Map<string, number>();
  readonly #peaks = new Map<string, number>();
  #last: string | undefined;
  #peak = 0;

  /** Notes that a stage goes on, or ends. */
  tell({ stage, done, total }: StageTick): void {
    const at = this.#running.indexOf(stage);
    if (total !== null && done === total) {
      this.#last = stage;
      if (at >= 0) this.#running.splice(at, 1);
    } else if (at < 0) this.#running.push(stage);
  }

  /** Looks at the processes as they are now. */
  look(root: number): void {
    // A stage that has counted everything may still be at it: the encoder empties itself when the last frame is in.
    const stage = this.#running.at(-1) ?? this.#last;
    const phase = stage === undefined ? 'start' : (PHASES[stage] ?? 'plan');
    const tree = processTree(root);
    for (const { pid, name, seconds } of tree) {
      for (const [thread, spent] of Object.entries(seconds)) {
        const key = `${pid} ${thread}`;
        // Threads of one name end one by one, and what they spent ends with them.
        const more = Math.max(0, spent - (this.#before.get(key) ?? 0));
        this.#before.set(key, spent);
        add(this.#parts, name === 'mondwerk' ? (THREADS[thread] ?? 'other threads') : name, more);
        add(this.#phases, phase, more);
      }
    }
    this.#noteMemory(tree);
  }

  /** Processor seconds by program and kind of thread, most first. */
  get parts(): Readonly<Record<string, number>> {
    return sorted(this.#parts);
  }

  /** Processor seconds by phase, most first. */
  get phases(): Readonly<Record<string, number>> {
    return sorted(this.#phases);
  }

  /** The most resident MB of each program, and of all at once. */
  get megabytes(): Readonly<Record<string, number>> {
    return { 'all together': Math.round(this.#peak), ...sorted(this.#peaks, 0) };
  }

  #noteMemory(tree: readonly LiveProcess[]): void {
    const now = new Map<string, number>();
    for (const { name, residentMegabytes } of tree) add(now, name, residentMegabytes);
    for (const [name, size] of now) this.#peaks.set(name, Math.max(this.#peaks.get(name) ?? 0, size));
    this.#peak = Math.max(
      this.#peak,
      [...now.values()].reduce((sum, size) => sum + size, 0),
    );
  }
}

const add = (sums: Map<string, number>, key: string, more: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + more);

const sorted = (sums: ReadonlyMap<string, number>, digits = 1): Record<string, number> =>
  Object.fromEntries([...sums].sort((a, b) => b[1] - a[1]).map(([key, sum]) => [key, +sum.toFixed(digits)]));

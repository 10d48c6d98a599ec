import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { until } from './until.ts';

/** Equally distributed numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How worker processes are started. */
export interface WorkerProcess {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The longest pause between two kills. */
  readonly pauseMs: number;
}

/** Worker processes of which each one that is killed is followed by another. */
export class KilledWorkers {
  readonly #how: WorkerProcess;
  readonly #children = new Set<ChildProcess>();
  /** At which stages workers were killed, and how often. */
  readonly victims: Record<string, number> = {};

  readonly #count: number;

  constructor(how: WorkerProcess, count: number) {
    this.#how = how;
    this.#count = count;
  }

  start(): void {
    for (let i = 0; i < this.#count; i++) this.#start();
  }

  /** Kills one of those that are at work after a pause; `false` when none is. */
  async killOne(database: DataSource, random: () => number): Promise<boolean> {
    await sleep(random() * this.#how.pauseMs);
    const busy = await database.query<{ name: string; stage: string }[]>(
      `select workers.name, jobs.stage from jobs join workers on workers.id = jobs.worker
       where jobs.state = 'running' and workers.ended_at is null order by jobs.id`,
    );
    const alive = busy.flatMap(({ name, stage }) => {
      const child = [...this.#children].find(({ pid }) => name.endsWith(` ${pid}`));
      return child ? [{ child, stage }] : [];
    });
    if (alive.length === 0) return false;
    const { child, stage } = alive[Math.floor(random() * alive.length)];
    this.victims[stage] = (this.victims[stage] ?? 0) + 1;
    child.kill('SIGKILL');
    this.#children.delete(child);
    this.#start();
    return true;
  }

  /** Ends them all as SIGTERM does, once the last one has started. Returns their exit codes. */
  async stop(database: DataSource): Promise<(number | null)[]> {
    await until(async () => {
      const ready = await database.query<{ name: string }[]>(
        'select name from workers where ended_at is null',
      );
      return [...this.#children].every(({ pid }) => ready.some(({ name }) => name.endsWith(` ${pid}`)));
    });
    return Promise.all(
      [...this.#children].map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        return (await ended)[0] as number | null;
      }),
    );
  }

  /** Leaves none alive, however it went. */
  killAll(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }

  #start(): void {
    const { script, args, env } = this.#how;
    const flags = ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning'];
    this.#children.add(
      spawn(process.execPath, [...flags, script, ...args], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a worker process of our own is run. */
export interface KeptWorker {
  readonly environment: NodeJS.ProcessEnv;
  readonly concurrency: number;
  readonly stop: AbortSignal;
  /** Tells the person at the terminal. */
  say(words: string): void;
}

const CLI = join(import.meta.dirname, '../cli.ts');

/** A worker that dies at once again and again is waited for longer and longer. */
const PAUSES_MS: readonly number[] = [0, 1000, 5000, 30_000];
const LIVED_MS = 60_000;

/** Runs one worker as a process of its own, and another one whenever it dies, until `stop` is aborted. */
export async function keepWorker({ environment, concurrency, stop, say }: KeptWorker): Promise<void> {
  let deaths = 0;
  while (!stop.aborted) {
    const started = performance.now();
    const how = await runOnce(environment, concurrency, stop);
    if (stop.aborted) return;
    deaths = performance.now() - started > LIVED_MS ? 0 : deaths + 1;
    say(`the worker ended by itself (${how}): another one takes over`);
    const pause = PAUSES_MS[Math.min(deaths, PAUSES_MS.length) - 1] ?? 0;
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function runOnce(
  environment: NodeJS.ProcessEnv,
  concurrency: number,
  stop: AbortSignal,
): Promise<string> {
  const args = ['--disable-warning=ExperimentalWarning', CLI, 'worker', '--concurrency', String(concurrency)];
  // Over the fourth channel it notices when this process is gone; a Ctrl-C is for us to pass on.
  const child = spawn(process.execPath, args, {
    env: environment,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const end = (): void => void child.kill('SIGTERM');
  stop.addEventListener('abort', end, { once: true });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  stop.removeEventListener('abort', end);
  return signal ?? `exit code ${code}`;
}

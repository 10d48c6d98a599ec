import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of our own and how it is run. */
export interface KeptProcess {
  /** How people know it. */
  readonly name: string;
  /** What Node.js is called with. */
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly stop: AbortSignal;
  /** Tells the person at the terminal. */
  say(words: string): void;
  /** What it tells over its channel. */
  hear?(message: unknown): void;
}

/** One that dies at once again and again is waited for longer and longer. */
const PAUSES_MS: readonly number[] = [0, 1000, 5000, 30_000];
const LIVED_MS = 60_000;

/** Runs a process, and another one whenever it dies, until `stop` is aborted. */
export async function keepProcess(kept: KeptProcess): Promise<void> {
  const { stop } = kept;
  let deaths = 0;
  while (!stop.aborted) {
    const started = performance.now();
    const how = await runOnce(kept);
    if (stop.aborted) return;
    deaths = performance.now() - started > LIVED_MS ? 0 : deaths + 1;
    kept.say(`the ${kept.name} ended by itself (${how}): another one takes over`);
    const pause = PAUSES_MS[Math.min(deaths, PAUSES_MS.length) - 1] ?? 0;
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function runOnce({ args, environment, stop, hear }: KeptProcess): Promise<string> {
  // Over the fourth channel it notices when this process is gone; a Ctrl-C is for us to pass on.
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: environment,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  if (hear) child.on('message', (message) => hear(message));
  const end = (): void => void child.kill('SIGTERM');
  stop.addEventListener('abort', end, { once: true });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  stop.removeEventListener('abort', end);
  return signal ?? `exit code ${code}`;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';

const CLI = join(import.meta.dirname, '../../apps/backend/src/cli.ts');

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command line, and what it will have said when it ends. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when its stderr matches. */
  says(pattern: RegExp): Promise<void>;
}

/** Where the command line keeps what outlives it, when it is started in a folder: beside that. */
export const dataFolderOf = (folder: string): string =>
  join(dirname(folder), 'mondwerk-test-data', basename(folder));

/** Starts the real command line in a folder. */
export function startMondwerk(
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
    cwd: folder,
    env: { ...process.env, DATA_FOLDER: dataFolderOf(folder), INIT_CWD: folder, ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }) as Ended);
  const says = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(stderr)) resolve();
      };
      child.stderr.on('data', look);
      ended.then(() => reject(new Error(`it ended without saying ${pattern}: ${stderr}`)), reject);
    });
  return { child, ended, says };
}

/** Runs the real command line to its end. */
export const mondwerk = (
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> => startMondwerk(args, folder, environment).ended;

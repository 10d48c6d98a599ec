import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../apps/backend/src/cli.ts');

/** Runs the command line with these arguments in this terminal; where it fails, this process ends as it did. */
export async function runMondwerk(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) process.exit(code ?? 1);
}

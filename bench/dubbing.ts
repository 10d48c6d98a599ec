import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../apps/backend/src/pipeline/report/reportSchema.ts';

const CLI = join(import.meta.dirname, '../apps/backend/src/cli.ts');

/** What a dub cost, and what it says of itself. */
export interface MeasuredDub {
  readonly seconds: number;
  /** Most resident memory of Mondwerk and the programs it runs, together, in MB. */
  readonly peakMegabytes: number;
  readonly report: Report;
}

/** Runs the real command line and watches it. `order` holds the options without dashes. */
export async function measureDub(order: Readonly<Record<string, string>>): Promise<MeasuredDub> {
  const options = Object.entries(order).flatMap(([name, value]) => [`--${name}`, value]);
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'dub', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentOf(child.pid!))), 200);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`mondwerk ended with ${code}`);
  return {
    seconds: (performance.now() - started) / 1000,
    peakMegabytes: Math.round(peak / 1024),
    report: JSON.parse(readFileSync(order.report, 'utf8')) as Report,
  };
}

/** Resident kilobytes of a process and all its descendants; 0 where there is no /proc. */
function residentOf(root: number): number {
  const parents = new Map<number, { parent: number; resident: number }>();
  for (const name of listProcesses()) {
    const status = readStatus(name);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    const resident = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    parents.set(Number(name), { parent, resident });
  }
  const belongs = (pid: number): boolean =>
    pid === root || (pid > 1 && belongs(parents.get(pid)?.parent ?? 0));
  return [...parents].filter(([pid]) => belongs(pid)).reduce((sum, [, { resident }]) => sum + resident, 0);
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** How many of the checked closures were seen, and whether all samples outside the boxes are the film's. */
export const claims = ({ lips, proof, shots }: Report): Readonly<Record<string, string | number>> => ({
  'new mouths': shots.flatMap(({ changed }) => changed).reduce((sum, { frames }) => sum + frames, 0),
  'p b m f v reached': `${lips.filter(({ reached }) => reached).length}/${lips.length}`,
  'outside the boxes': proof.every(({ equal }) => equal) ? 'untouched' : 'CHANGED',
});

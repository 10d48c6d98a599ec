import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../apps/backend/src/pipeline/report/reportSchema.ts';
import { residentOf } from './residentMemory.ts';

const CLI = join(import.meta.dirname, '../apps/backend/src/cli.ts');

/** What a dub cost, and what it says of itself. */
export interface MeasuredDub {
  readonly seconds: number;
  /** Most resident memory of Mondwerk and the programs it runs, together, in MB. */
  readonly peakMegabytes: number;
  readonly report: Report;
}

/** Runs the real command line and watches it. `order` holds the options without dashes, `switches` those without values. */
export async function measureDub(
  order: Readonly<Record<string, string>>,
  switches: readonly string[] = [],
): Promise<MeasuredDub> {
  const options = [
    ...Object.entries(order).flatMap(([name, value]) => [`--${name}`, value]),
    ...switches.map((name) => `--${name}`),
  ];
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

/** How many of the checked closures were seen, and whether all samples outside the boxes are the film's. */
export const claims = ({ lips, proof, shots }: Report): Readonly<Record<string, string | number>> => ({
  'new mouths': shots.flatMap(({ changed }) => changed).reduce((sum, { frames }) => sum + frames, 0),
  'p b m f v reached': `${lips.filter(({ reached }) => reached).length}/${lips.length}`,
  'outside the boxes': proof.every(({ equal }) => equal) ? 'untouched' : 'CHANGED',
});

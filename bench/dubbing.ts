import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from '../apps/backend/src/pipeline/report/reportSchema.ts';
import { DubWatch, type StageTick } from './dubWatch.ts';
import { processorSeconds } from './processorSeconds.ts';

const EVERY_MS = 100;

const CLI = join(import.meta.dirname, '../apps/backend/src/cli.ts');

/** What a run cost, and what it says of itself. */
export interface MeasuredRun<Said> {
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Processor seconds by program and kind of thread, and by phase: as seen from outside, ten times a second. */
  readonly parts: Readonly<Record<string, number>>;
  readonly phases: Readonly<Record<string, number>>;
  /** Most resident memory of Mondwerk and the programs it runs, together, in MB. */
  readonly peakMegabytes: number;
  /** The same of each program. */
  readonly megabytes: Readonly<Record<string, number>>;
  readonly report: Said;
}

/** What a dub cost, and what it says of itself. */
export type MeasuredDub = MeasuredRun<Report>;

/** Dubs as `measureRun` does. */
export const measureDub = (
  order: Readonly<Record<string, string>>,
  switches: readonly string[] = [],
): Promise<MeasuredDub> => measureRun('dub', order, switches);

/** Runs the real command line and watches it. `order` holds the options without dashes, `switches` those without values. */
export async function measureRun<Said>(
  command: 'dub' | 'replace',
  order: Readonly<Record<string, string>>,
  switches: readonly string[] = [],
): Promise<MeasuredRun<Said>> {
  const options = [
    ...Object.entries(order).flatMap(([name, value]) => [`--${name}`, value]),
    ...switches.map((name) => `--${name}`),
    '--json-progress',
  ];
  const started = performance.now();
  const before = processorSeconds();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, command, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const watch = new DubWatch();
  const looking = setInterval(() => watch.look(child.pid!), EVERY_MS);
  createInterface(child.stderr).on('line', (line) => tell(watch, line));
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(looking);
  if (code !== 0) throw new Error(`mondwerk ended with ${code}`);
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: processorSeconds() - before,
    ...{ parts: watch.parts, phases: watch.phases, megabytes: watch.megabytes },
    peakMegabytes: watch.megabytes['all together'],
    report: JSON.parse(readFileSync(order.report, 'utf8')) as Said,
  };
}

function tell(watch: DubWatch, line: string): void {
  const said: unknown = line.startsWith('{') ? JSON.parse(line) : undefined;
  if (said === undefined || said === null || typeof said !== 'object') return console.error(line);
  if ('stage' in said) watch.tell(said as StageTick);
  else if (!('notice' in said)) console.error(line);
}

/** How many of the checked closures were seen, and whether all samples outside the boxes are the film's. */
export const claims = ({ lips, proof, shots }: Report): Readonly<Record<string, string | number>> => ({
  'new mouths': shots.flatMap(({ changed }) => changed).reduce((sum, { frames }) => sum + frames, 0),
  'p b m f v reached': `${lips.filter(({ reached }) => reached).length}/${lips.length}`,
  'outside the boxes': proof.every(({ equal }) => equal) ? 'untouched' : 'CHANGED',
});

import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { describeModels } from './modelCommands.ts';
import type { Capability } from '../pipeline/stages.ts';

/** Something to be done that has a command of its own. Returns the exit code. */
export interface Service {
  readonly command: 'service';
  readonly jsonProgress: false;
  readonly run: (environment: NodeJS.ProcessEnv) => Promise<number>;
}

type Do = Service['run'];

const CAPABILITIES: readonly Capability[] = ['cpu', 'gpu'];

/** Describes the commands of the service. What they need is loaded when they run, so that the others start at once. */
export function describeService(program: Command, folder: string, take: (service: Service) => void): void {
  const run = (what: Do): void => take({ command: 'service', jsonProgress: false, run: what });
  describeDoors(program, run);
  describeCare(program, folder, run);
  describeModels(program, folder, run);
}

function describeDoors(program: Command, run: (what: Do) => void): void {
  program
    .command('start')
    .description('Run all of Mondwerk on this machine: database, API, one worker and the dashboard.')
    .option('--concurrency <n>', 'how many jobs the worker does at once', positive, usualConcurrency())
    .action(({ concurrency }: { concurrency: number }) =>
      run(async (environment) => (await import('../start.ts')).start(environment, concurrency)),
    );
  program
    .command('web')
    .description('Serve the API, with the database and storage that the settings name.')
    .action(() => run(async (environment) => (await import('./web.ts')).web(environment)));
  program
    .command('dashboard')
    .description('Serve the dashboard, with the API that the settings name behind it.')
    .action(() => run(async (environment) => (await import('./dashboard.ts')).dashboard(environment)));
  program
    .command('worker')
    .description('Do jobs of the pipeline. As many workers as you like, on as many machines.')
    .option('--capabilities <list>', 'what it can do: cpu, gpu or both', capabilities, ['cpu'])
    .option('--concurrency <n>', 'how many jobs it does at once', positive, usualConcurrency())
    .option('--name <name>', 'how people know it')
    .action((options: { capabilities: Capability[]; concurrency: number; name?: string }) =>
      run(async (environment) => (await import('./work.ts')).work(environment, options)),
    );
}

function describeCare(program: Command, folder: string, run: (what: Do) => void): void {
  program
    .command('migrate')
    .description('Bring the database up to date.')
    .option('--down', 'undo the last migration instead')
    .action(({ down = false }: { down?: true | false }) =>
      run(async (environment) => (await import('./migrate.ts')).runMigrations(environment, down)),
    );
  program
    .command('doctor')
    .description('Look whether all that Mondwerk needs is there and works.')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: true | false }) =>
      run(async (environment) => (await import('../operate/doctor.ts')).doctor(environment, json)),
    );
  program
    .command('backup')
    .description('Copy database and storage into a new folder, while the service runs.')
    .argument('<folder>', 'the folder to make')
    .option('--no-storage', 'the database only, where the storage has a backup of its own')
    .action((to: string, { storage }: { storage: boolean }) =>
      run(async (environment) =>
        (await import('../operate/backup/backup.ts')).backup(environment, resolve(folder, to), storage),
      ),
    );
  program
    .command('restore')
    .description('Bring a backup back into an empty database and an empty storage.')
    .argument('<folder>', 'the backup')
    .action((from: string) =>
      run(async (environment) =>
        (await import('../operate/backup/restore.ts')).restore(environment, resolve(folder, from)),
      ),
    );
}

/** A worker that does one job at once gives it all cores; on large machines two jobs at once use them better. */
const usualConcurrency = (): number => Math.max(1, Math.floor(availableParallelism() / 8));

function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new InvalidArgumentError('It is a whole number from 1 to 1000.');
}

function capabilities(text: string): Capability[] {
  const said = text.split(',').map((word) => word.trim());
  const wrong = said.find((word) => !CAPABILITIES.includes(word as Capability));
  if (wrong === undefined) return said as Capability[];
  throw new InvalidArgumentError(`A worker can be ${CAPABILITIES.join(' or ')}, not “${wrong}”.`);
}

import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { exitCodeOf, Stopped } from './stopped.ts';

/** How a command that did not succeed ends: what to say, and the exit code. */
export interface Outcome {
  readonly sentence: string;
  readonly exitCode: number;
}

/** Where a run keeps its things, for what is said when it ends badly. */
export interface Place {
  /** The folder named with --work, `undefined` for a temporary one, `null` where the command keeps nothing. */
  readonly work: string | null | undefined;
}

/** Says in one sentence why a command ended. A bug's stack goes into a log file, never on the screen. */
export async function outcomeOf(error: unknown, { work }: Place): Promise<Outcome> {
  if (error instanceof Stopped) return { sentence: stopSentence(work), exitCode: exitCodeOf(error) };
  if (error instanceof Refusal) return { sentence: oneLine(error.message), exitCode: 2 };
  if (isDiskFull(error)) return { sentence: diskFullSentence(work), exitCode: 2 };
  const log = await writeLog(error, work ?? tmpdir());
  const where =
    log === undefined ? '' : ` The details are in ${log}: please send that file with your report.`;
  return { sentence: `Mondwerk made a mistake and had to stop.${where}`, exitCode: 1 };
}

const stopSentence = (work: Place['work']): string => {
  if (work === null) return 'Stopped; nothing was written.';
  return work === undefined
    ? 'Stopped; nothing was written. With --work FOLDER a stopped run goes on where it was.'
    : `Stopped; nothing was written. Run the same command with --work ${work} to go on from here.`;
};

const diskFullSentence = (work: Place['work']): string =>
  `The disk is full, either where the result goes or where the work is done (${work ?? tmpdir()}): make room` +
  (work === null
    ? ', then run the same command again.'
    : work === undefined
      ? ', or name a folder on another disk with --work.'
      : ', then run the same command to go on.');

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return /no space left on device|disk quota exceeded/i.test(error.message) || isDiskFull(error.cause);
}

async function writeLog(error: unknown, folder: string): Promise<string | undefined> {
  const path = join(folder, `mondwerk-${new Date().toISOString().replace(/[:.]/g, '-')}.log`);
  const text = error instanceof Error ? describeChain(error) : String(error);
  try {
    await writeFile(path, `${process.argv.join(' ')}\nnode ${process.version}\n\n${text}\n`, { flag: 'wx' });
    return path;
  } catch {
    return undefined;
  }
}

function describeChain(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${describeChain(error.cause)}` : own;
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

import { readFile } from 'node:fs/promises';
import { codeOf } from './refusals.ts';

/** A process of this machine, told apart from a later one that got the same number. */
export interface ProcessName {
  readonly pid: number;
  /** When the kernel started it; `0` where that cannot be told. */
  readonly started: string;
}

/** The process that asks. */
export const thisProcess = async (): Promise<ProcessName> => ({
  pid: process.pid,
  started: await startOf(process.pid),
});

/** Whether that very process is still there. */
export async function isAlive({ pid, started }: ProcessName): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const now = await startOf(pid);
  return now === '0' || started === '0' || now === started;
}

async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '0';
  }
}

import { readdirSync, readFileSync } from 'node:fs';

/** A process as it is now. */
export interface LiveProcess {
  readonly pid: number;
  /** `mondwerk`, or the program and what it does: `ffmpeg, decoding`. */
  readonly name: string;
  /** Processor seconds by the names of its threads. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly residentMegabytes: number;
}

const TICKS_PER_SECOND = 100;

/** A process and all its descendants; nothing where there is no /proc. */
export function processTree(root: number): LiveProcess[] {
  const found: LiveProcess[] = [];
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    try {
      found.push(describe(pid));
      for (const task of readdirSync(`/proc/${pid}/task`)) {
        const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8');
        waiting.push(...children.split(' ').filter(Boolean).map(Number));
      }
    } catch {
      // It ended while it was looked at.
    }
  }
  return found;
}

function describe(pid: number): LiveProcess {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const seconds: Record<string, number> = {};
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const [name, fields] = splitStat(readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8'));
    seconds[name] = (seconds[name] ?? 0) + (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }
  return {
    pid,
    name: nameOf(readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0')),
    seconds,
    residentMegabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024,
  };
}

/** `12 (name) S 1 …`: a name may hold spaces and brackets. */
function splitStat(stat: string): [name: string, fields: string[]] {
  const end = stat.lastIndexOf(') ');
  return [stat.slice(stat.indexOf('(') + 1, end), stat.slice(end + 2).split(' ')];
}

function nameOf(command: readonly string[]): string {
  const name = command[0].split('/').at(-1)!;
  if (name === 'node') return 'mondwerk';
  if (name !== 'ffmpeg') return name;
  if (command.includes('rawvideo')) return 'ffmpeg, decoding';
  return command.includes('nut') ? 'ffmpeg, encoding' : 'ffmpeg, other';
}

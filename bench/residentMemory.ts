import { readdirSync, readFileSync } from 'node:fs';

/** Resident kilobytes of a process and all its descendants; 0 where there is no /proc. */
export function residentOf(root: number): number {
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

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FOLDER = join(import.meta.dirname, '..');
const ROOT = join(FOLDER, '../..');
const BUILD = join(FOLDER, '.next');
const STAMP = join(BUILD, 'made-of');
const LOCK = join(FOLDER, '.next-lock');

/** All that a build is made of. */
const SOURCES = [
  ...['app', 'components', 'lib', 'messages'].map((folder) => join(FOLDER, folder)),
  ...['client', 'film'].map((room) => join(ROOT, 'libs', room, 'src')),
  ...['next.config.ts', 'package.json'].map((file) => join(FOLDER, file)),
];

/** Makes the pages that browsers get, unless that was done since their sources last changed. @throws Error */
export async function buildOnce(say: (words: string) => void): Promise<void> {
  if (isCurrent()) return;
  await lock();
  try {
    // Whoever had the lock before may have made them.
    const sum = sumOf(SOURCES);
    if (readStamp() === sum) return;
    say('making the pages of the dashboard, which takes half a minute');
    // A build that failed is remembered by Next.js and fails again.
    rmSync(BUILD, { recursive: true, force: true });
    await build();
    writeFileSync(STAMP, sum);
  } finally {
    rmSync(LOCK, { force: true });
  }
}

const isCurrent = (): boolean => readStamp() === sumOf(SOURCES);

/** Waits until nobody else builds: two at once spoil each other's pages. One that was killed is not waited for. */
async function lock(): Promise<void> {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (isAlive(lockedBy())) await sleep(300);
    else rmSync(LOCK, { force: true });
  }
}

function lockedBy(): number {
  try {
    return Number(readFileSync(LOCK, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readStamp(): string | undefined {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}

function sumOf(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesIn(place)) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

async function build(): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build', FOLDER], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the dashboard could not be built:\n${said.trim()}`);
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..');
const ROOT = join(FOLDER, '../..');
const BUILD = join(FOLDER, '.next');
const STAMP = join(BUILD, 'made-of');

/** All that a build is made of. */
const SOURCES = [
  ...['app', 'components', 'lib', 'messages'].map((folder) => join(FOLDER, folder)),
  ...['client', 'film'].map((room) => join(ROOT, 'libs', room, 'src')),
  ...['next.config.ts', 'package.json'].map((file) => join(FOLDER, file)),
];

/** Makes the pages that browsers get, unless that was done since their sources last changed. @throws Error */
export async function buildOnce(say: (words: string) => void): Promise<void> {
  const sum = sumOf(SOURCES);
  if (readStamp() === sum) return;
  say('making the pages of the dashboard, which takes half a minute');
  // A build that failed is remembered by Next.js and fails again.
  rmSync(BUILD, { recursive: true, force: true });
  await build();
  writeFileSync(STAMP, sum);
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

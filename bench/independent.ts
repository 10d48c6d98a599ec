import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is shared between projects lies: fixtures and independent measuring tools. */
export const SHARED = join(import.meta.dirname, '../../shared');

/** The measuring tools see pictures through another runtime than ours; they are copied and installed once. */
const HOME = join(homedir(), '.cache/mondwerk/measure');

/** Lips, head pose and mouth features of every frame, or of so many from the start, written by the independent tool. */
export function measureMouths(video: string, out: string, most?: number): void {
  runTool('mouth.mjs', [video, out, ...(most === undefined ? [] : ['--max', String(most)])]);
}

/** Compares two measured films: r and lag of each feature, LMD, jitter. */
export const compareMouths = (truth: string, out: string): Record<string, unknown> =>
  JSON.parse(runTool('compare.mjs', [truth, out, '--json'])) as Record<string, unknown>;

/** Sharpness, seam and colour of a dubbed film against its source. */
export const comparePixels = (source: string, out: string, landmarks: string): Record<string, unknown> =>
  JSON.parse(runTool('pixels.mjs', [source, out, '--landmarks', landmarks, '--json'])) as Record<
    string,
    unknown
  >;

function runTool(tool: string, args: readonly string[]): string {
  install();
  return execFileSync(process.execPath, [join(HOME, tool), ...args], {
    cwd: HOME,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function install(): void {
  if (existsSync(join(HOME, 'node_modules/@vladmandic/human'))) return;
  mkdirSync(HOME, { recursive: true });
  cpSync(join(SHARED, 'tools/measure'), HOME, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', HOME]);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: HOME, stdio: 'inherit' });
}

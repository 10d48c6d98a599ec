import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Perform } from '../../../apps/backend/src/queue/workTools.ts';
import { nameOf, told } from './stubWorker.ts';

/** How many frames a stub renders of a shot, and after how many it makes a checkpoint. */
const FRAMES = 20;
const CHECKPOINT = 5;

/** A file, and what is in it. */
export type FileText = readonly [path: string, text: string];

/**
 * Carries out stages as the real ones do, only that frames are lines of text: whatever takes long is written in parts,
 * each whole or not there, and who comes later goes on after the last one. What a stage reads it finds in files.
 */
export const stubFilm =
  (folder: string, frameMs: number, shots: number): Perform =>
  async (job, tools) => {
    const place = join(folder, String((job.order as { readonly title: string }).title), job.act);
    const name = nameOf(job).replace(' ', '-');
    await tools.progress.measure(job.stage, { unit: 'frames', total: FRAMES }, async (meter) => {
      for (let start = 0; start < FRAMES; start += CHECKPOINT) {
        const part = join(place, name, `${start}.part`);
        if (!(await textOf(part)))
          await writeWhole(part, await drawFrames(name, start, frameMs, tools.signal));
        meter.reach(start + CHECKPOINT);
      }
    });
    const before = job.shot === null ? await othersOf(place, name) : '';
    const parts = await filesBelow(join(place, name));
    await writeWhole(join(place, `${name}.whole`), before + parts.map(([, text]) => text).join(''));
    return told(job.stage, shots);
  };

/** Everything below a folder but drafts that killed processes left, in order of paths. */
export async function filesBelow(folder: string): Promise<FileText[]> {
  const names = await readdir(folder, { recursive: true });
  const kept = names.filter((name) => /\.(part|whole)$/.test(name)).sort();
  return Promise.all(kept.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
}

async function drawFrames(
  name: string,
  start: number,
  frameMs: number,
  signal: AbortSignal,
): Promise<string> {
  const lines: string[] = [];
  for (let frame = start; frame < start + CHECKPOINT; frame++) {
    signal.throwIfAborted();
    if (frameMs > 0) await sleep(frameMs);
    lines.push(createHash('sha256').update(`${name} ${frame}`).digest('hex'));
  }
  return `${lines.join('\n')}\n`;
}

/** What the stage reads: the results of the shots, where there are any. */
async function othersOf(place: string, name: string): Promise<string> {
  if (!/^(inspect|findPerformers)$/.test(name)) return '';
  const wholes = (await readdir(place)).filter((file) => /-\d+\.whole$/.test(file)).sort();
  return (await Promise.all(wholes.map((file) => readFile(join(place, file), 'utf8')))).join('');
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, path);
}

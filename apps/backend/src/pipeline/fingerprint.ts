import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeArtifact } from './artifactText.ts';

/** The rooms whose source decides what a stage makes; of the backend, how the report is written. */
export type Room =
  | 'film'
  | 'media'
  | 'models'
  | 'phonetics'
  | 'compositing'
  | 'face'
  | 'speech'
  | 'generators'
  | 'lipsync'
  | 'faceswap'
  | 'report';

/** The stages decide too, all of them: they are small and hand work to one another. */
const STAGES = 'pipeline';

type Hashed = Room | typeof STAGES;

const repository = join(import.meta.dirname, '../../../..');

/** How a report is worded makes no other picture. */
const REPORT = join(import.meta.dirname, 'report');

/** SHA-256 of everything in a file, read as a stream, in hexadecimal. */
export async function fingerprintFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk);
  return hash.digest('hex');
}

/** A short name, good for a file, that differs when anything in the value differs. */
export const fingerprintValue = (value: unknown): string =>
  createHash('sha256').update(encodeArtifact(value)).digest('hex').slice(0, 20);

/** Differs when any source file of these rooms differs: the code version of what they make. */
export async function fingerprintCode(rooms: readonly Room[]): Promise<string> {
  const hashed: readonly Hashed[] = [...new Set(rooms), STAGES];
  const hashes = await Promise.all([...hashed].sort().map(fingerprintRoom));
  return fingerprintValue(hashes);
}

const known = new Map<Hashed, Promise<string>>();

function fingerprintRoom(room: Hashed): Promise<string> {
  const found = known.get(room) ?? fingerprintFolder(folderOf(room));
  known.set(room, found);
  return found;
}

const folderOf = (room: Hashed): string =>
  room === 'report' ? REPORT : room === STAGES ? import.meta.dirname : join(repository, 'libs', room, 'src');

async function fingerprintFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && (folder === REPORT || !entry.parentPath.startsWith(REPORT)))
    .map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(file.slice(folder.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeArtifact } from './artifactText.ts';

/** The rooms whose source decides what a stage makes; of the backend that is how lines are cast. */
export type Room = 'film' | 'media' | 'models' | 'phonetics' | 'face' | 'speech' | 'lipsync' | 'cast';

const repository = join(import.meta.dirname, '../../../..');

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
  const hashes = await Promise.all([...new Set(rooms)].sort().map(fingerprintRoom));
  return fingerprintValue(hashes);
}

const known = new Map<Room, Promise<string>>();

function fingerprintRoom(room: Room): Promise<string> {
  const found = known.get(room) ?? fingerprintFolder(folderOf(room));
  known.set(room, found);
  return found;
}

const folderOf = (room: Room): string =>
  room === 'cast' ? join(repository, 'apps/backend/src/cast') : join(repository, 'libs', room, 'src');

async function fingerprintFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(file.slice(folder.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}

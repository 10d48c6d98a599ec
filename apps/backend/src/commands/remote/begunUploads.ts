import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { PreviousUpload, UrlStorage } from 'tus-js-client';

/** Remembers where uploads go that were begun, one small file for each, so that they go on after anything. */
export function rememberUploads(folder = join(homedir(), '.cache', 'mondwerk', 'uploads')): UrlStorage {
  const pathOf = (fingerprint: string): string =>
    join(folder, `${createHash('sha256').update(fingerprint).digest('hex')}.json`);
  return {
    findAllUploads: () => Promise.resolve([]),
    async findUploadsByFingerprint(fingerprint) {
      const path = pathOf(fingerprint);
      const text = await readFile(path, 'utf8').catch(() => undefined);
      if (text === undefined) return [];
      return [{ ...(JSON.parse(text) as PreviousUpload), urlStorageKey: path }];
    },
    async addUpload(fingerprint, upload) {
      const path = pathOf(fingerprint);
      await mkdir(folder, { recursive: true });
      await writeFile(path, JSON.stringify(upload), { mode: 0o600 });
      return path;
    },
    removeUpload: (path) => rm(path, { force: true }),
  };
}

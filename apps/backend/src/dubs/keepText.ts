import { writeFile } from 'node:fs/promises';
import type { Storage } from '../storage/storage.ts';

/** Keeps a text under a key that tells what is in it. */
export type KeepText = (key: string, text: string) => Promise<void>;

/** Stores texts; one that is there already is left alone. */
export const keepIn =
  (storage: Storage): KeepText =>
  async (key, text) => {
    if ((await storage.stat(key)) !== undefined) return;
    const draft = await storage.draftFile(key);
    await writeFile(draft, text);
    await storage.keep(draft, key);
  };

/** Keeps nothing: for those who only want to know under which key it would be. */
export const keepNothing: KeepText = () => Promise.resolve();

import { join } from 'node:path';
import type { SharedFolder } from '../storage/storage.ts';
import { exists } from '../storage/exists.ts';

/** A plain folder that nobody else needs: what is in it is there. */
export const localFolder = (path: string): SharedFolder => ({
  path,
  bring: (name) => exists(join(path, name)),
  share: async () => {},
});

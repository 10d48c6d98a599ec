import { basename } from 'node:path';
import { Refusal, type Line } from '@mondwerk/film';
import { readScript } from '@mondwerk/speech';
import type { Storage } from '../storage/storage.ts';

/** Reads the lines of a stored script. @throws Refusal as `readScript`, calling the file by its name. */
export const parseScript = (
  storage: Storage,
  { key, name }: { readonly key: string; readonly name: string },
  language: string,
): Promise<Line[]> =>
  storage.borrow(async (lent) => {
    const path = await lent.localFile(key);
    try {
      return await readScript(path, language);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const sentence = error.message.replaceAll(path, name).replaceAll(basename(path), name);
      throw new Refusal(error.code, sentence, { cause: error });
    }
  });

import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { readScriptDocument, type ScriptDocument, type ScriptReading } from '@mondwerk/speech';
import type { Storage } from '../storage/storage.ts';

/** Reads a stored script. @throws Refusal as `readScriptDocument`, calling the file by its name. */
export const parseScript = (
  storage: Storage,
  { key, name }: { readonly key: string; readonly name: string },
  reading: ScriptReading,
): Promise<ScriptDocument> =>
  storage.borrow(async (lent) => {
    const path = await lent.localFile(key);
    const named = (sentence: string): string =>
      sentence.replaceAll(path, name).replaceAll(basename(path), name);
    try {
      const document = await readScriptDocument(path, reading);
      return { ...document, remarks: document.remarks.map(named) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.code, named(error.message), { cause: error });
    }
  });

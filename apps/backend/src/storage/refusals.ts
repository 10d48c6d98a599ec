import { Refusal } from '@mondwerk/film';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'QuotaExceeded', 'EntityTooLarge', 'InsufficientStorage']);

/** The refusal of a key under which nothing is stored. */
export const notStored = (key: string, cause?: unknown): Refusal =>
  new Refusal('not-stored', `Nothing is stored as ${key} any more; upload or make it again.`, { cause });

/** What to throw for an error of writing: a full disk is a refusal, everything else is what it was. */
export function whenFull(error: unknown, what: string): unknown {
  if (!FULL.has(String(codeOf(error)))) return error;
  const sentence = `${what} is full; free some space there or give Mondwerk a larger one.`;
  return new Refusal('storage-full', sentence, { cause: error });
}

/** The refusal of a place where nothing can be stored. */
export const unusable = (what: string, cause: unknown): Refusal =>
  new Refusal(
    'storage-unusable',
    `Nothing can be stored in ${what} (${reasonOf(cause)}); check STORAGE_URL and who may write there.`,
    { cause },
  );

/** The code of an error of Node, or the name of one of S3. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && error.code !== undefined ? error.code : error.name;
}

const reasonOf = (error: unknown): string => {
  const code = codeOf(error);
  return typeof code === 'string' && code !== 'Error' ? code : String((error as Error).message ?? error);
};

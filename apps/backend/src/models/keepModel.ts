import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@mondwerk/film';

/** A model's file that is to be kept. */
export interface ModelToKeep<Told> {
  /** What people call such a model: “speech model”. */
  readonly what: string;
  readonly name: string;
  readonly file: string;
  /** The names of the model and of its record in their folder. */
  readonly names: { readonly model: string; readonly record: string };
  /** Looks at the copy, whose sum is told, and says what is known of it. @throws Refusal where it is of no use. */
  readonly examine: (path: string, sha256: string) => Promise<Told>;
}

/**
 * Copies a model into a folder of its own, with a record of what is known of it. It is there whole or not at all.
 * @throws Refusal as `examine`, `model-name`, `model-exists`, `disk-full`.
 */
export async function keepModel<Told>(
  folder: string,
  { what, name, file, names, examine }: ModelToKeep<Told>,
  signal: AbortSignal,
): Promise<{ readonly path: string; readonly told: Told }> {
  checkName(name);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  await mkdir(draft);
  try {
    const path = join(draft, names.model);
    const told = await examine(path, await copy(file, path, what, signal));
    await writeFile(join(draft, names.record), `${JSON.stringify(told, null, 2)}\n`);
    await rename(draft, join(folder, name)).catch((cause: unknown) => {
      throw exists(what, name, cause);
    });
    return { path: join(folder, name, names.model), told };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** It becomes the name of a folder. @throws Refusal `model-name`. */
export function checkName(name: string): void {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}$/u.test(name)) return;
  throw new Refusal(
    'model-name',
    `“${name}” cannot be the name of a model: give --name letters and digits, with dots and dashes between them.`,
  );
}

const exists = (what: string, name: string, cause: unknown): unknown =>
  ['ENOTEMPTY', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')
    ? new Refusal(
        'model-exists',
        `There is a ${what} ${name} already: remove it first, or give this one another --name.`,
        { cause },
      )
    : cause;

async function copy(from: string, to: string, what: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), hashing, createWriteStream(to), {
      signal,
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
    const sentence = `There is not enough room for the ${what} ${basename(from)}: free some disk.`;
    throw new Refusal('disk-full', sentence, { cause });
  }
  return hash.digest('hex');
}

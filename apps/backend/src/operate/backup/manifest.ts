import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { z } from 'zod';

/** A file of a backup. */
const SummedFile = z.object({ bytes: z.int(), sha256: z.string() });

/** What a backup holds. Written last: a folder without it is not one. */
export const Manifest = z.object({
  format: z.literal(1),
  /** The version of Mondwerk that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** The migrations that its database had. */
  migrations: z.array(z.string()),
  tables: z.array(SummedFile.extend({ name: z.string(), rows: z.int() })),
  /** `null` when only the database was wanted. */
  storage: z.array(SummedFile.extend({ key: z.string() })).nullable(),
  /** Whether the key that seals secrets is in it, or was given as SECRET_KEY and must be given again. */
  key: z.enum(['here', 'given']),
});

/** What a backup holds. */
export type Manifest = z.output<typeof Manifest>;

/** Where things lie in a backup. */
export const placesIn = (folder: string) => ({
  manifest: join(folder, 'manifest.json'),
  key: join(folder, 'secret.key'),
  table: (name: string) => join(folder, 'database', `${name}.jsonl.gz`),
  stored: (key: string) => join(folder, 'storage', key),
});

/** Reads what a backup holds. @throws Refusal `not-a-backup`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(placesIn(folder).manifest, 'utf8').catch(() => undefined);
  const read = text === undefined ? undefined : Manifest.safeParse(asJson(text));
  if (read?.success) return read.data;
  throw new Refusal(
    'not-a-backup',
    `${folder} is not a whole backup: name a folder that \`mondwerk backup\` made and finished.`,
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

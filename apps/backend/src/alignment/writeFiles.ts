import { writeWhole } from '../pipeline/atomicFile.ts';
import { formatOf } from './outFiles.ts';

/** A file to be written. */
export interface WrittenFile {
  readonly path: string;
  readonly content: string;
}

/** Writes what is told into every file, each whole or not at all. Returns the paths, in their order. */
export async function writeFiles<T>(
  told: T,
  outs: readonly string[],
  formats: Readonly<Record<string, (told: T, out: string) => Promise<WrittenFile[]> | WrittenFile[]>>,
): Promise<string[]> {
  const byEnd = new Map(Object.entries(formats).map(([end, format]) => [end.toLowerCase(), format]));
  const files: WrittenFile[] = [];
  for (const out of outs) files.push(...(await byEnd.get(formatOf(out))!(told, out)));
  for (const { path, content } of files) await writeWhole(path, content);
  return files.map(({ path }) => path);
}

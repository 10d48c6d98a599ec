import { realpath, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { checkWritable } from '@mondwerk/media';

/**
 * Checks, before any work, that every file can be written and is none of the inputs, nor named twice.
 * @throws Refusal `out-format`, `folder`, `not-a-file`, `same-file`, `out-twice`, and those of `checkWritable`.
 */
export async function checkOuts(
  outs: readonly string[],
  inputs: readonly string[],
  extensions: readonly string[],
): Promise<void> {
  const taken = new Map<string, string>();
  for (const input of inputs) taken.set(await truePath(input), 'input');
  for (const out of outs) {
    checkExtension(out, extensions);
    await checkPlace(out);
    const place = await truePath(out);
    if (taken.get(place) === 'input') {
      const sentence = `${out} is also given as an input and would be overwritten; choose another name.`;
      throw new Refusal('same-file', sentence);
    }
    if (taken.has(place))
      throw new Refusal('out-twice', `${out} is given twice with --out; name each file once.`);
    taken.set(place, 'output');
    await checkWritable(out);
  }
}

/** The end of a file's name that tells its format, in small letters: `.json`. */
export const formatOf = (path: string): string => extname(path).toLowerCase();

function checkExtension(out: string, extensions: readonly string[]): void {
  if (extensions.some((extension) => extension.toLowerCase() === formatOf(out))) return;
  const end = extname(out);
  const what = end === '' ? 'has no ending that tells its format' : `ends in ${end}, which cannot be written`;
  throw new Refusal('out-format', `${basename(out)} ${what}; there are ${listed(extensions)}.`);
}

async function checkPlace(out: string): Promise<void> {
  const there = await stat(out).catch(() => undefined);
  if (there?.isDirectory())
    throw new Refusal('folder', `${out} is a folder; name the file to write inside it.`);
  if (there !== undefined && !there.isFile()) {
    throw new Refusal(
      'not-a-file',
      `${out} is not an ordinary file and cannot be replaced; choose another name.`,
    );
  }
}

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

const truePath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

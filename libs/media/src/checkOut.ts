import { open, realpath, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { containerFor } from './container.ts';
import type { Encoding } from './encoding.ts';
import { writeRefusal } from './writeRefusal.ts';

/** The name a film has until it is complete. */
export const partialName = (out: string): string => `${out}.partial`;

/**
 * Looks whether a film can be written to `out`, before any work is done for it.
 * @throws Refusal `container`, `lossless-container`, `prores-container`, `folder`, `same-file`, `no-folder`, `not-writable`, `disk-full`.
 */
export async function checkOut(
  out: string,
  inputs: readonly string[],
  encoding: Encoding = 'film',
): Promise<void> {
  checkContainer(out, encoding);
  const there = await stat(out).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new Refusal('folder', `${out} is a folder; name the film to write inside it.`);
  }
  if (there && !there.isFile()) {
    throw new Refusal(
      'not-a-file',
      `${out} is not an ordinary file and cannot be replaced; choose another name.`,
    );
  }
  for (const input of inputs) {
    if (!(await sameFile(out, input))) continue;
    throw new Refusal(
      'same-file',
      `${out} is also given as an input and would be overwritten; choose another name.`,
    );
  }
  await checkWritable(out);
}

function checkContainer(out: string, encoding: Encoding): void {
  const { boxed, muxer } = containerFor(out);
  if (encoding === 'lossless' && boxed) {
    const sentence = `${out} cannot hold lossless pictures; name a file that ends in .mkv.`;
    throw new Refusal('lossless-container', sentence);
  }
  if (encoding === 'prores' && muxer !== 'mov') {
    throw new Refusal('prores-container', `${out} cannot hold ProRes; name a file that ends in .mov.`);
  }
}

/**
 * Looks whether a file can be written under a name, by making one beside it: permissions alone do not tell.
 * @throws Refusal `no-folder`, `not-writable`, `disk-full` or `name-too-long`.
 */
export async function checkWritable(path: string): Promise<void> {
  const partial = partialName(path);
  const file = await open(partial, 'a').catch((error: unknown) => Promise.reject(writeRefusal(path, error)));
  await file.close();
  await rm(partial, { force: true });
}

async function sameFile(a: string, b: string): Promise<boolean> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  return (await real(a)) === (await real(b));
}

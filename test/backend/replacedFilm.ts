import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runProgram } from '@mondwerk/media';

const sumOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

const agreed = (name: string, extent = 'whole-face') => ({
  ...{ name, kind: 'consent', extent, languages: null, territories: null },
  ...{ validFrom: '2020-01-01', validTo: null, signer: name, signedOn: '2020-01-01' },
});

/** Writes down that both performers have agreed that one is shown instead of the other. Returns the file. */
export async function writeBasis(
  film: string,
  footage: readonly string[],
  { extent, performer = 'performer-1' }: { readonly extent?: string; readonly performer?: string } = {},
): Promise<string> {
  const files = footage.map(async (path) => ({ name: basename(path), sha256: await sumOf(path) }));
  const basis = {
    version: 1,
    film: { name: basename(film), sha256: await sumOf(film) },
    performers: [agreed('Ida Berg'), agreed('Bruno Ruiz', extent)],
    replacements: [
      { performer, replaced: 'Ida Berg', shown: 'Bruno Ruiz', footage: await Promise.all(files) },
    ],
  };
  const text = JSON.stringify(basis);
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const path = join(dirname(film), `basis-${name}.json`);
  await writeFile(path, text);
  return path;
}

/** Lays two films side by side, as long as the shorter one. */
export const laySideBySide = (left: string, right: string, out: string): Promise<unknown> =>
  runProgram('ffmpeg', [
    ...['-v', 'error', '-y', '-i', left, '-i', right, '-filter_complex', '[0:v][1:v]hstack=shortest=1'],
    ...['-c:v', 'libx264', '-crf', '14', '-preset', 'veryfast', '-an', out],
  ]);

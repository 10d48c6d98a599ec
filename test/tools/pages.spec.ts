import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { madePages } from '../../tools/pages.ts';

it('are as the code is; `npm run docs` writes them anew', async () => {
  const stale: string[] = [];
  for (const [path, wanted] of await madePages()) {
    const written = await readFile(path, 'utf8').catch(() => '');
    if (written !== wanted) stale.push(basename(path));
  }
  expect(stale).toEqual([]);
});

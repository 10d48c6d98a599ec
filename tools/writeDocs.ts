/** Writes the pages that are made from the code: `npm run docs`. A test fails while they are stale. */
import { writeFile } from 'node:fs/promises';
import { madePages } from './pages.ts';

for (const [path, text] of await madePages()) await writeFile(path, text);

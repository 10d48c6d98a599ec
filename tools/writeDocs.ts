/** Writes the pages that are made from the code: `npm run docs`. A test fails while they are stale. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { settingsPage } from './settingsPage.ts';

const page = await format(settingsPage(), { parser: 'markdown', printWidth: 110 });
await writeFile(join(import.meta.dirname, '../docs/settings.md'), page);

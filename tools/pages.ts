import { join } from 'node:path';
import { format } from 'prettier';
import { apiPage } from './apiPage.ts';
import { settingsPage } from './settingsPage.ts';

const DOCS = join(import.meta.dirname, '../docs');

/** The pages of docs/ that are made from the code: where each lies, and its text. */
export const madePages = async (): Promise<readonly (readonly [path: string, text: string])[]> => [
  [join(DOCS, 'settings.md'), await format(settingsPage(), STYLE)],
  [join(DOCS, 'api.md'), await format(apiPage(), STYLE)],
];

const STYLE = { parser: 'markdown', printWidth: 110 } as const;

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CLIENT_FILE, clientTypes } from '../../tools/clientTypes.ts';

it('has the types of the routes as they are; `npm run client` writes them anew', async () => {
  const [written, wanted] = await Promise.all([readFile(CLIENT_FILE, 'utf8'), clientTypes()]);
  expect(written === wanted).toBe(true);
});

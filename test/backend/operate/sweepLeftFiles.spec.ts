import { writeFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepLeftFiles } from '../../../apps/backend/src/operate/sweepLeftFiles.ts';
import { Titles } from '../../../apps/backend/src/titles/tables.ts';
import { addUpload } from '../../../apps/backend/src/uploads/addUpload.ts';
import { addOrganisation, startServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const LATER = Date.now() + 3 * 24 * 3_600_000;

describe('the sweep of files that nobody owns', () => {
  it('removes those of titles and uploads that are gone, when they are not new', async () => {
    const { database, storage } = server.platform;
    const { organisation, producer } = await addOrganisation(server.platform, 'producer');
    const title = newId();
    await database.manager.save(Titles, {
      id: title,
      organisation,
      name: 'A',
      language: null,
      archivedAt: null,
    });
    const actor = { ...producer, role: 'producer', operator: false, name: 'P', token: null, scopes: null };
    const upload = await database.transaction((tx) =>
      addUpload(tx, { ...actor, mustChangePassword: false } as never, {
        ...{
          title,
          purpose: 'source',
          name: 'a.mov',
          bytes: 1,
          sha256: null,
          state: 'receiving',
          origin: null,
        },
      }),
    );
    const [owned, left, others] = [
      [upload.key, `${upload.key}.info`, `titles/${title}/work/a.json`],
      [`uploads/${newId()}.mov`, `uploads/${newId()}.mov.info`, `titles/${newId()}/work/parts/b`],
      ['titles/strange/c', 'models/d'],
    ];
    for (const key of [...owned, ...left, ...others]) {
      const draft = await storage.draftFile(key);
      await writeFile(draft, key);
      await storage.keep(draft, key);
    }
    expect(await sweepLeftFiles(server.platform)).toBe(0);
    expect(await sweepLeftFiles(server.platform, LATER)).toBe(left.length);
    const stay: string[] = [];
    for await (const { key } of storage.list('')) stay.push(key);
    expect(stay.sort()).toEqual([...owned, ...others].sort());
  });
});

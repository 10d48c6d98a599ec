import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepWorkFolders } from '../../../apps/backend/src/runs/sweepWorkFolders.ts';
import { as } from '../client.ts';
import { readyDub } from '../dubs/plannedDub.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

const DAY = 24 * 3_600_000;
let server: TestServer;
let title: string;

beforeAll(async () => {
  server = await startServer();
  const { producer, organisation } = await addOrganisation(server.platform, 'producer');
  ({ title } = await readyDub(server.platform, as(server, await tokenOf(server, producer)), organisation));
});
afterAll(() => server.close());

async function keep(name: string): Promise<string> {
  const { storage } = server.platform;
  const key = `titles/${title}/work/${name}`;
  const draft = await storage.draftFile(key);
  await writeFile(draft, name);
  await storage.keep(draft, key);
  return key;
}

it('keeps what the stages of a title told of, and everything while it is young', async () => {
  const { database, storage } = server.platform;
  const [told, other] = [await keep('renderMouths-a/part-0.mov'), await keep('gatherSources-b/cutouts.raw')];
  const outcome = JSON.stringify({ take: { parts: [{ key: told }] } });
  await database.query(
    `UPDATE jobs SET outcome = $1 WHERE id = (SELECT jobs.id FROM jobs JOIN runs ON runs.id = run
       WHERE runs.title = $2 LIMIT 1)`,
    [outcome, title],
  );
  const there = async (): Promise<boolean[]> => {
    const found = [await storage.stat(told), await storage.stat(other)];
    return found.map((stored) => stored !== undefined);
  };
  await sweepWorkFolders({ database, storage, days: 30 });
  expect(await there()).toEqual([true, true]);
  await sweepWorkFolders({ database, storage, days: 30 }, new Date(Date.now() + 31 * DAY));
  expect(await there()).toEqual([true, false]);
});

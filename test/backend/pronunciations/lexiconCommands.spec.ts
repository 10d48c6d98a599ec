import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCommandLine } from '../../../apps/backend/src/commandLine.ts';
import { mondwerk, type Ended } from '../mondwerk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

let server: TestServer;
let token: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-lexicon-'));
  server = await startServer();
  const studio = await addOrganisation(server.platform, 'producer');
  token = await tokenOf(server, studio.producer);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (...args: readonly string[]): Promise<Ended> =>
  mondwerk(['--server', server.url, '--token', token, ...args], folder);

it('a lexicon goes to a server from a file, and comes back as one', async () => {
  const title = (await ask('title', 'create', 'Faust')).stdout.trim();
  await writeFile(join(folder, 'a.csv'), 'Siobhan = Shuh-VAWN\nNguyen = /ŋwiən/\n');
  expect(await ask('lexicon', 'import', 'a.csv', '--title', title)).toMatchObject({
    ...{ code: 0, stdout: '2 added, 0 there already, 0 deleted\n' },
  });
  await writeFile(
    join(folder, 'b.csv'),
    'word,said,language,note\nSiobhan,Shuh-VAWN\nAnna,Ah-na,de,"a, ""b"""\n',
  );
  const replaced = await ask('lexicon', 'import', 'b.csv', '--title', title, '--replace');
  expect(replaced.stdout).toBe('1 added, 1 there already, 1 deleted\n');
  const { stdout } = await ask('lexicon', 'list', title);
  expect(stdout).toBe('word,said,language,note\nSiobhan,Shuh-VAWN,,\nAnna,Ah-na,de,"a, ""b"""\n');
});

it('a file that is no lexicon is refused with the row', async () => {
  const title = (await ask('title', 'create', 'Tabu')).stdout.trim();
  await writeFile(join(folder, 'c.csv'), 'Siobhan,/ʃɪ4/\n');
  const { code, stderr } = await ask('lexicon', 'import', 'c.csv', '--title', title);
  expect([code, stderr]).toEqual([2, expect.stringContaining('c.csv, row 1') as string]);
});

it('a dub on the command line may have a lexicon', () => {
  const args = 'dub --film f.mp4 --voice v.wav --script s.srt --language es --out o.mp4 --lexicon names.csv';
  expect(readCommandLine(args.split(' '), '/films')).toMatchObject({
    order: { lexicon: '/films/names.csv' },
  });
});

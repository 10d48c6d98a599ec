import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addToLedger, ledgerIn } from '../../../apps/backend/src/rights/ledger.ts';
import { dataFolderOf, mondwerk } from '../mondwerk.ts';

let folder: string;
let filmHash: string;

const ffmpeg = (args: string): Promise<unknown> =>
  promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...args.split(' ')], { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-rights-'));
  await ffmpeg('-f lavfi -i testsrc2=size=160x120:rate=25:duration=2 -pix_fmt yuv420p film.mp4');
  await ffmpeg('-f lavfi -i sine=frequency=200:duration=2 voice.wav');
  await writeFile(join(folder, 'es.srt'), '1\n00:00:00,200 --> 00:00:01,800\nHola, buenos días.\n');
  filmHash = createHash('sha256')
    .update(await readFile(join(folder, 'film.mp4')))
    .digest('hex');
});
afterEach(() => rm(dataFolderOf(folder), { recursive: true, force: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const args = 'dub --film film.mp4 --voice voice.wav --script es.srt --language es --out out.mp4'.split(' ');

const dub = (...more: readonly string[]) => mondwerk([...args, ...more], folder);

const ledger = async (): Promise<Record<string, unknown>[]> =>
  (await readFile(ledgerIn(dataFolderOf(folder)), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const performer = {
  name: 'Ana López',
  kind: 'dubbing-agreement',
  languages: ['es'],
  validFrom: '2026-01-01',
  signer: 'Ana López',
  signedOn: '2025-12-20',
};

const writeBasis = (changes: object = {}, film: object = {}): Promise<void> =>
  writeFile(
    join(folder, 'rights.json'),
    JSON.stringify({
      version: 1,
      film: { name: 'film.mp4', sha256: filmHash, ...film },
      performers: [{ ...performer, ...changes }],
    }),
  );

/** The film shows nobody, which is said after it was written down on what faces would be rendered. */
const NOBODY = /No face was found/;

describe('the command line, before it renders a face', () => {
  it('writes down who declares to hold the consent, and for what, and says so', async () => {
    const { stderr } = await dub();
    expect(stderr).toMatch(NOBODY);
    expect(stderr).toMatch(
      /^Recorded in .*: \S+@\S+ declares to hold the consent of everybody .* Spanish \(es\)/m,
    );
    expect(await ledger()).toMatchObject([
      {
        film: { file: 'film.mp4', sha256: filmHash },
        language: 'es',
        basis: null,
        declaration: expect.stringContaining('consent'),
        operator: expect.stringContaining('@'),
      },
    ]);
    await addToLedger(ledgerIn(dataFolderOf(folder)), { version: 1 });
    expect(await ledger()).toHaveLength(2);
  });

  it('writes down the basis that was given, and asks nobody to declare anything', async () => {
    await writeBasis();
    const { stderr } = await dub('--rights-basis', 'rights.json');
    expect(stderr).toMatch(NOBODY);
    expect(stderr).not.toContain('declares');
    expect(await ledger()).toMatchObject([
      { basis: { file: 'rights.json', performers: ['Ana López'] }, declaration: null },
    ]);
  });

  it.each([
    [
      'another language',
      { languages: ['pt', 'es-MX'] },
      {},
      /The dubbing agreement of Ana López for “film.mp4” covers only Portuguese \(pt\), Mexican Spanish/,
    ],
    [
      'another film',
      {},
      { sha256: '0'.repeat(64) },
      /rights\.json is about film\.mp4, another file than film\.mp4/,
    ],
    ['a term that has ended', { validTo: '2026-02-01' }, {}, /ended on 2026-02-01/],
    [
      'a revocation',
      { revoked: { on: '2026-03-01', because: 'she changed her mind' } },
      {},
      /was revoked on 2026-03-01 \(she changed her mind\)/,
    ],
    [
      'a paper that is gone',
      { evidence: { file: 'none.pdf', sha256: '0'.repeat(64) } },
      {},
      /The paper of Ana López, .*none\.pdf, cannot be read/,
    ],
    [
      'a paper that was changed',
      { evidence: { file: 'es.srt', sha256: '0'.repeat(64) } },
      {},
      /is not the one that rights\.json names/,
    ],
    [
      'a mistake in the file',
      { languages: ['español'] },
      {},
      /rights\.json is not a rights basis \(performers\.0\.languages\.0/,
    ],
  ])('refuses a basis with %s, and renders nothing', async (_, changes, film, sentence) => {
    await writeBasis(changes, film);
    const { code, stderr } = await dub('--rights-basis', 'rights.json');
    expect(code).toBe(2);
    expect(stderr.trim().split('\n').at(-1)).toMatch(sentence);
    expect(existsSync(ledgerIn(dataFolderOf(folder)))).toBe(false);
  });

  it('renders nothing where it cannot write that down', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, stderr } = await mondwerk(args, folder, { DATA_FOLDER: join(folder, 'file') });
    expect(code).toBe(2);
    expect(stderr).toMatch(/It cannot be written down in .*rights-ledger\.jsonl/);
  });
});

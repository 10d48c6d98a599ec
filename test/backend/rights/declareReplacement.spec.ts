import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declareReplacement } from '../../../apps/backend/src/rights/declareReplacement.ts';
import { ledgerIn } from '../../../apps/backend/src/rights/ledger.ts';

const sum = (text: string): string => createHash('sha256').update(text).digest('hex');

const wanted = {
  ...{ filmName: 'film.mov', filmHash: sum('film'), performer: 'performer-1' },
  footage: [{ name: 'ben.mov', sha256: sum('ben') }],
};

const signed = { kind: 'consent', extent: 'whole-face', languages: null, validFrom: '2026-01-01' };
const ana = { ...signed, name: 'Ana López', signer: 'Ana López', signedOn: '2025-12-20' };
const ben = { ...ana, name: 'Ben Ortiz', signer: 'Ben Ortiz' };

const agreed = {
  version: 1,
  film: { name: 'film.mov', sha256: wanted.filmHash },
  performers: [ana, ben],
  replacements: [
    { performer: 'performer-1', replaced: 'Ana López', shown: 'Ben Ortiz', footage: wanted.footage },
  ],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-replacing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function declare(changes: object, wishes: object = {}): ReturnType<typeof declareReplacement> {
  const basis = join(folder, 'rights.json');
  await writeFile(basis, JSON.stringify({ ...agreed, ...changes }));
  const { signal } = new AbortController();
  return declareReplacement({ ...wanted, ...wishes }, { basis, ledger: ledgerIn(folder) }, signal);
}

describe('the basis of a replacement', () => {
  it('names both performers, and is written down before anything is rendered', async () => {
    const { rights, replaced, shown } = await declare({});
    expect({ replaced, shown }).toEqual({ replaced: 'Ana López', shown: 'Ben Ortiz' });
    expect(rights.basis?.performers).toEqual(['Ana López', 'Ben Ortiz']);
    const [line] = (await readFile(ledgerIn(folder), 'utf8')).trim().split('\n');
    expect(JSON.parse(line)).toMatchObject({
      act: 'replace',
      ...{ replaced: 'Ana López', shown: 'Ben Ortiz' },
      film: { file: 'film.mov', sha256: wanted.filmHash },
      footage: [{ file: 'ben.mov', sha256: sum('ben') }],
    });
  });

  it('is needed: there is no replacing on one’s own word', async () => {
    const { signal } = new AbortController();
    const nothing = { basis: undefined, ledger: ledgerIn(folder) };
    await expect(declareReplacement(wanted, nothing, signal)).rejects.toThrow(
      'A face is replaced only on a recorded basis: give --rights-basis with the consent of performer-1 in film.mov and of whoever is shown instead (docs/rights.md shows one).',
    );
  });

  it.each([
    ['of the shown performer', { performers: [ana] }, 'Ben Ortiz has no recorded rights basis'],
    ['of the replaced performer', { performers: [ben] }, 'Ana López has no recorded rights basis'],
    [
      'for the whole face',
      { performers: [{ ...ana, extent: 'mouth' }, ben] },
      'The consent of Ana López for “film.mov” covers the mouth, not the whole face',
    ],
    [
      'that still holds',
      { performers: [ana, { ...ben, revoked: { on: '2026-03-01', because: 'asked' } }] },
      'was revoked on 2026-03-01 (asked)',
    ],
    [
      'for this head',
      { replacements: [] },
      'does not say who may be shown instead of performer-1 in film.mov',
    ],
  ])('is refused without one %s', async (_, changes, sentence) => {
    await expect(declare(changes)).rejects.toThrow(sentence);
  });

  it('is refused for footage that nobody agreed to', async () => {
    const other = [{ name: 'famous.jpg', sha256: sum('famous') }];
    await expect(declare({}, { footage: other })).rejects.toThrow(
      `rights.json names no footage of Ben Ortiz with the SHA-256 of famous.jpg (${sum('famous')})`,
    );
  });
});

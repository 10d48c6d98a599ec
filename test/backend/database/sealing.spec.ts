import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSealing, type Sealing } from '../../../apps/backend/src/database/sealing.ts';
import { readSettings } from '../../../apps/backend/src/settings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-sealing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (environment: NodeJS.ProcessEnv = {}): Promise<Sealing> =>
  openSealing(readSettings({ DATA_FOLDER: folder, ...environment }));

describe('a sealed secret', () => {
  it('is opened by every process of the same data folder, also when they start at once', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const sealed = one.seal('geheim, 秘密');
    expect(sealed).not.toContain('geheim');
    expect(other.open(sealed)).toBe('geheim, 秘密');
    expect((await open()).open(sealed)).toBe('geheim, 秘密');
  });

  it('has a key that only its owner may read', async () => {
    await open();
    const file = join(folder, 'secret.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).length).toBeGreaterThanOrEqual(43);
  });

  it('is never sealed in the same way twice', async () => {
    const { seal } = await open();
    expect(seal('same')).not.toBe(seal('same'));
  });

  it('is opened by no other key, and not when a bit of it was changed', async () => {
    const given = await open({ SECRET_KEY: 'a key of somebody else, long enough' });
    const { seal, open: openSealed } = await open();
    const sealed = seal('secret');
    expect(() => given.open(sealed)).toThrow();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[14] ^= 1;
    expect(() => openSealed(bytes.toString('base64url'))).toThrow();
    expect(() => openSealed('')).toThrow();
  });
});

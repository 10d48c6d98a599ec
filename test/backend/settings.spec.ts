import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../apps/backend/src/settings.ts';
import { settingsPage } from '../../tools/settingsPage.ts';

describe('settings', () => {
  it('need nothing to be said', () => {
    expect(readSettings({})).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', LOG_LEVEL: 'info' });
  });

  it('take an empty variable for one that was not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 4000 });
    expect(readSettings({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined();
  });

  it('name every mistake at once', () => {
    const wrong = { PORT: 'four', STORAGE_URL: 'ftp://x', TRUST_PROXY: 'yes', S3_ACCESS_KEY_ID: 'only' };
    const refused = (): unknown => readSettings(wrong);
    expect(refused).toThrow(/PORT must be a number/);
    expect(refused).toThrow(/STORAGE_URL must be an address that begins with file:\/\/ or s3:\/\//);
    expect(refused).toThrow(/TRUST_PROXY must be true or false/);
    expect(refused).toThrow(/S3_SECRET_ACCESS_KEY must be given too/);
  });

  it('are all explained in docs/settings.md, which `npm run docs` writes', async () => {
    const written = await readFile(join(import.meta.dirname, '../../docs/settings.md'), 'utf8');
    expect(written).toBe(await format(settingsPage(), { parser: 'markdown', printWidth: 110 }));
  });
});

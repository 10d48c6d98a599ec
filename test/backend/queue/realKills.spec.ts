import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../database.ts';
import { killFilms } from './killedFilm.ts';

it('a film whose real workers are killed is the one that was left in peace, byte for byte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mondwerk-real-kills-'));
  try {
    const { victims, files, different, takesNotOnce } = await killFilms(await freshDatabase(), folder, {
      kills: 6,
      pauseMs: 10_000,
    });
    console.log(`Killed at ${JSON.stringify(victims)}; ${files} files are the same.`);
    expect(different).toEqual([]);
    expect(files).toBeGreaterThan(20);
    expect(takesNotOnce).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);

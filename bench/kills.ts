import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../apps/backend/src/database/embeddedPostgres.ts';
import { migrate } from '../apps/backend/src/schema/migrate.ts';
import { killFilms } from '../test/backend/queue/killedFilm.ts';

/** Kills real workers a hundred times while they make films, and compares those with one that was left in peace. */
const KILLS = 100;

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-bench-'));
const data = await mkdtemp(join(tmpdir(), 'mondwerk-bench-'));
const postgres = await startPostgres(data);
try {
  await migrate(postgres.url);
  const { victims, films, files, different, takesNotOnce } = await killFilms(postgres.url, folder, {
    kills: KILLS,
    pauseMs: 4000,
  });
  console.log(`${KILLS} workers killed while they made ${films} films, at ${JSON.stringify(victims)}`);
  console.log(`${different.length} of ${files} files of a film differ (asked: 0) ${different.join(' ')}`);
  console.log(`${takesNotOnce} takes not recorded exactly once (asked: 0)`);
} finally {
  await postgres.stop();
  for (const made of [folder, data]) await rm(made, { recursive: true, force: true });
}

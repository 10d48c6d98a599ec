import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { UploadLocker } from '../../../apps/backend/src/uploads/uploadLocker.ts';
import { withClient } from '../databaseNames.ts';
import { freshDatabase } from '../database.ts';

let url: string;
beforeAll(async () => {
  url = await freshDatabase();
});

const patient = (): AbortSignal => new AbortController().signal;

describe('a lock on an upload', () => {
  it('asks whoever has it in another process to let go', async () => {
    const [here, there] = [new UploadLocker(url), new UploadLocker(url)];
    const said: string[] = [];
    const first = here.newLock('a');
    await first.lock(patient(), async () => {
      said.push('asked');
      await sleep(50);
      await first.unlock();
    });
    const second = there.newLock('a');
    await second.lock(patient(), () => {});
    expect(said).toContain('asked');
    await second.unlock();
  });

  it('is not given to two of one process', async () => {
    const locker = new UploadLocker(url);
    let holders = 0;
    let most = 0;
    const hold = async (): Promise<void> => {
      const lock = locker.newLock('b');
      let asked: () => void = () => {};
      const wanted = new Promise<void>((resolve) => {
        asked = resolve;
      });
      await lock.lock(patient(), () => asked());
      holders += 1;
      most = Math.max(most, holders);
      await Promise.race([wanted, sleep(50)]);
      holders -= 1;
      await lock.unlock();
    };
    await Promise.all([hold(), hold(), hold()]);
    expect(most).toBe(1);
  });

  it('keeps others out of one upload, not out of all', async () => {
    const [here, there] = [new UploadLocker(url), new UploadLocker(url)];
    const [one, two] = [here.newLock('c'), there.newLock('d')];
    await one.lock(patient(), () => expect.unreachable());
    await two.lock(patient(), () => expect.unreachable());
    await Promise.all([one.unlock(), two.unlock()]);
  });

  it('is lost with the connection, and whoever writes is told', async () => {
    const locker = new UploadLocker(url);
    let told = false;
    const lock = locker.newLock('e');
    await lock.lock(patient(), () => {
      told = true;
    });
    await withClient(url, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'mondwerk uploads' AND datname = current_database()`,
      ),
    );
    await expect.poll(() => told).toBe(true);
    await lock.unlock();
    const again = locker.newLock('e');
    await again.lock(patient(), () => {});
    await again.unlock();
  });
});

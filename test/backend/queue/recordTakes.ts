import type { DataSource } from 'typeorm';
import type { Listeners } from '../../../apps/backend/src/queue/recorders.ts';

/** Writes a line for every take, and another one if it is ever recorded again. */
export const recordTakes: Listeners = {
  recorders: {
    renderMouths: async (tx, run, shot) => {
      await tx.query('insert into recorded_takes (run, shot) values ($1, $2)', [run.id, shot]);
    },
  },
  followers: {},
};

/** Makes the table for them. */
export const openTakeRecord = (database: DataSource): Promise<unknown> =>
  database.query('create table recorded_takes (run uuid not null, shot integer not null)');

/** How often each shot of each run was recorded, where that is not once. */
export const recordedTwice = (database: DataSource): Promise<unknown[]> =>
  database.query('select run, shot, count(*) from recorded_takes group by 1, 2 having count(*) <> 1');

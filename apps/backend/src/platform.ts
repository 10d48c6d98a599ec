import type { DataSource } from 'typeorm';
import type { Settings } from './settings.ts';
import type { Storage } from './storage/storage.ts';

/** What every part of the service shares: opened once in each process. */
export interface Platform {
  readonly settings: Settings;
  readonly database: DataSource;
  readonly storage: Storage;
  /** Lets go of everything. */
  readonly close: () => Promise<void>;
}

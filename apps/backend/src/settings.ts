import { availableParallelism } from 'node:os';

/** What the environment decides. */
export interface Settings {
  /** The folder that relative paths on the command line count from. */
  readonly folder: string;
  /** How many threads may work at once. */
  readonly workers: number;
}

/** Reads what the environment says about a run. `npm run` changes folder and tells in INIT_CWD where it was called. */
export const readSettings = (environment: NodeJS.ProcessEnv, folder: string): Settings => ({
  folder: environment.INIT_CWD ?? folder,
  workers: availableParallelism(),
});

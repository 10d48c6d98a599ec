import { join } from 'node:path';
import { keepProcess, type KeptProcess } from './keepProcess.ts';

/** How the dashboard's process is run. */
export interface KeptDashboard extends Pick<KeptProcess, 'environment' | 'stop' | 'say'> {
  /** Called once it can be opened, with its port; again when another one took over. */
  served(port: number): void;
}

/** It is another application: a process, not something to import. */
const MAIN = join(import.meta.dirname, '../../../dashboard/server/main.ts');

/** Serves the dashboard in a process of its own, and in another one whenever it dies, until `stop` is aborted. */
export const keepDashboard = ({ served, ...how }: KeptDashboard): Promise<void> =>
  keepProcess({
    ...how,
    name: 'dashboard',
    args: [MAIN],
    hear: (message) => {
      if (isListening(message)) served(message.listening);
    },
  });

const isListening = (message: unknown): message is { readonly listening: number } =>
  typeof message === 'object' && message !== null && 'listening' in message;

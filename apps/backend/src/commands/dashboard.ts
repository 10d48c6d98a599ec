import { keepDashboard } from '../operate/keepDashboard.ts';
import { readSettings } from '../settings.ts';
import { untilStopped } from './untilStopped.ts';

/** Serves the dashboard until it is stopped. */
export async function dashboard(environment: NodeJS.ProcessEnv): Promise<number> {
  const settings = readSettings(environment);
  const say = (words: string): void => void process.stderr.write(`mondwerk: ${words}\n`);
  await keepDashboard({
    ...{ environment: { ...environment, API_URL: settings.API_URL }, stop: untilStopped(), say },
    served: (port) => say(`the dashboard is at ${settings.DASHBOARD_URL}, on port ${port}`),
  });
  return 0;
}

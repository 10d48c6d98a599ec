import { openPlatform } from '../openPlatform.ts';
import { runWeb } from '../main.ts';
import { untilStopped } from './untilStopped.ts';

/** Serves the API until it is stopped. */
export async function web(environment: NodeJS.ProcessEnv): Promise<number> {
  const stop = untilStopped();
  const platform = await openPlatform(environment, 'web');
  try {
    await runWeb(platform, stop, (address) => {
      process.stderr.write(`mondwerk: the API is at ${address}\n`);
    });
  } finally {
    await platform.close();
  }
  return 0;
}

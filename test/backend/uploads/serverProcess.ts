import { runWeb } from '../../../apps/backend/src/main.ts';
import { openPlatform } from '../../../apps/backend/src/openPlatform.ts';

// The web process as it is started by itself, to be killed.
const platform = await openPlatform(process.env);
await runWeb(platform, new AbortController().signal, () => process.send!('listening'));

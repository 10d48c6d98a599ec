import { runWeb } from '../apps/backend/src/main.ts';
import { openPlatform } from '../apps/backend/src/openPlatform.ts';

// The web process by itself, so that its memory can be measured.
const platform = await openPlatform(process.env);
await runWeb(platform, new AbortController().signal, () => process.send!('listening'));

import { openPlatform } from '../../../apps/backend/src/openPlatform.ts';
import { startSweeping } from '../../../apps/backend/src/uploads/sweepUploads.ts';
import { openWeb } from '../../../apps/backend/src/web.ts';

// The web process as it is started by itself, to be killed.
const platform = await openPlatform(process.env);
const app = await openWeb(platform);
await app.listen(platform.settings.PORT, '127.0.0.1');
startSweeping(platform);
process.send!('listening');

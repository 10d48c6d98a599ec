import { sendFile } from './tusClient.ts';

// A client in a process of its own, to be killed.
const [endpoint, path, token, metadata, url] = process.argv.slice(2);
const sent = await sendFile(endpoint, path, {
  token,
  metadata: JSON.parse(metadata) as Record<string, string>,
  ...(url === undefined ? {} : { url }),
  onUrl: (known) => process.send!({ url: known }),
  onProgress: (bytes) => process.send!({ bytes }),
});
process.send!({ sent });
process.disconnect();

import { setTimeout as sleep } from 'node:timers/promises';
import { sendDue } from '../events/sendMessages.ts';
import { sweepDrafts } from '../drafts/sweepDrafts.ts';
import { sweepEvents } from '../events/sweepEvents.ts';
import type { Platform } from '../platform.ts';
import { sweepWorkFolders } from '../runs/sweepWorkFolders.ts';
import { sweepForgottenUploads, sweepUploads } from '../uploads/sweepUploads.ts';
import { sweepAnswers } from './sweepAnswers.ts';
import { sweepLeftFiles } from './sweepLeftFiles.ts';

/** Something that is done again and again without anybody asking for it. */
interface Chore {
  readonly name: string;
  readonly everyMs: number;
  /** Returns whether there is more of it to be done at once. */
  readonly once: (platform: Platform) => Promise<boolean>;
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const no = () => false;

/** All chores of the web process. Several processes may do them at the same time. */
const CHORES: readonly Chore[] = [
  { name: 'webhooks', everyMs: SECOND, once: async (platform) => (await sendDue(senderOf(platform))) > 0 },
  { name: 'uploads', everyMs: 60 * SECOND, once: (platform) => sweepUploads(platform).then(no) },
  {
    name: 'events',
    everyMs: HOUR,
    once: ({ database, settings }) => sweepEvents(database, settings.EVENT_DAYS).then(no),
  },
  {
    name: 'work folders',
    everyMs: 24 * HOUR,
    once: ({ database, storage, settings }) =>
      sweepDrafts(database, settings.WORK_DAYS)
        .then(() => sweepWorkFolders({ database, storage, days: settings.WORK_DAYS }))
        .then(no),
  },
  {
    name: 'left files',
    everyMs: 24 * HOUR,
    once: (platform) =>
      sweepForgottenUploads(platform)
        .then(() => sweepLeftFiles(platform))
        .then(no),
  },
  { name: 'answers', everyMs: HOUR, once: ({ database }) => sweepAnswers(database).then(no) },
];

const senderOf = ({ database, sealing, settings }: Platform) => ({
  ...{ database, sealing },
  allowPrivate: settings.WEBHOOKS_INSIDE,
});

/** Does the chores until `signal` is aborted; one that fails is logged and done again at its time. */
export async function doChores(platform: Platform, signal: AbortSignal): Promise<void> {
  await Promise.all(CHORES.map((chore) => repeat(chore, platform, signal)));
}

async function repeat(
  { name, everyMs, once }: Chore,
  platform: Platform,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const more = await once(platform).catch((error: unknown) => {
      if (!signal.aborted) platform.log.error({ chore: name, err: error }, 'a chore failed');
      return false;
    });
    if (!more) await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

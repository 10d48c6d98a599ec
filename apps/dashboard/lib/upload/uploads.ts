import { ApiProblem } from '@mondwerk/client';
import { importFile } from '#lib/api/uploads.ts';
import type { BroughtFile } from './broughtFiles.ts';
import { forgetUpload, keptUploads, type KeptUpload, type Purpose } from './keptUploads.ts';
import { ownUpload } from './ownedUploads.ts';
import { Sending } from './sending.ts';
import { openSlots } from './slots.ts';
import { readUpload, type ServerUpload } from './tus.ts';
import { hasEnded, isGoing, type UploadOrder, type UploadProgress } from './uploadProgress.ts';

/** More at once would only share the same line. */
const slots = openSlots(3);

const sendings = new Map<string, Sending>();
const listeners = new Set<() => void>();
let shown: readonly UploadProgress[] = [];

function tell(): void {
  shown = [...sendings.values()].map(({ progress }) => progress);
  for (const listener of listeners) listener();
}

function add(what: ConstructorParameters<typeof Sending>[0]): Sending {
  const sending = new Sending(what, { slots, tell });
  sendings.set(sending.progress.key, sending);
  tell();
  return sending;
}

/** Has somebody told whenever an upload gets further. Returns how to stop that. */
export function hearUploads(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** All uploads of this page, the first first; the same array as long as nothing has changed. */
export const allUploads = (): readonly UploadProgress[] => shown;

/** An upload that was started. */
export interface StartedUpload {
  /** Its key among `useUploads()`. */
  readonly key: string;
  /** The id of the upload once it is ready. Rejects when it is refused (ApiProblem, the server's sentence) or cancelled. */
  readonly ready: Promise<string>;
}

/**
 * Brings a file to the server; that goes on wherever one goes inside the app, and the panel in the corner shows it.
 * Where the same file was on its way for the same thing before a reload, it goes on from there.
 */
export async function startUpload(order: UploadOrder): Promise<StartedUpload> {
  const same = ({ title, purpose }: UploadProgress): boolean =>
    title === order.title && purpose === order.purpose;
  const sending = (await missing(order, same)) ?? add(order);
  sending.goOnWith(order);
  return { key: sending.progress.key, ready: sending.ready };
}

/** Has the server copy a file from a folder of its own; it is shown like an upload. @throws ApiProblem. */
export async function startImport(
  title: string,
  path: string,
  purpose: Purpose = 'source',
): Promise<StartedUpload> {
  const { id: upload, name, bytes } = await importFile(title, path, purpose);
  const sending = add({ ...{ upload, title, purpose, name, bytes }, ...FOLLOWED });
  sending.go();
  return { key: sending.progress.key, ready: sending.ready };
}

/** What the server copies by itself is not kept here: it needs nobody. */
const FOLLOWED = { fingerprint: '', begun: 0, imported: true } as const;

/** Goes on with those uploads whose files are among these; returns the files that nothing was waiting for. */
export async function goOnWithFiles(brought: readonly BroughtFile[]): Promise<BroughtFile[]> {
  const others: BroughtFile[] = [];
  for (const each of brought) {
    const sending = await missing(each, () => true);
    if (sending === undefined) others.push(each);
    else sending.goOnWith(each);
  }
  return others;
}

async function missing(
  { file }: BroughtFile,
  counts: (progress: UploadProgress) => boolean,
): Promise<Sending | undefined> {
  for (const sending of sendings.values()) {
    if (counts(sending.progress) && (await sending.misses(file))) return sending;
  }
  return undefined;
}

/** Stops an upload until it is told to go on. */
export const pauseUpload = (key: string): void => sendings.get(key)?.pause();

/** Goes on with an upload that was paused, waits or has failed. */
export const resumeUpload = (key: string): void => sendings.get(key)?.go();

/** Goes on with an upload whose file the browser knows, right after a click; returns whether that worked. */
export const resumeAtHand = (key: string): Promise<boolean> =>
  sendings.get(key)?.goOnAtHand(true) ?? Promise.resolve(false);

/** Stops an upload for good and removes what has arrived. @throws ApiProblem, Refusal `server-unreachable`. */
export async function cancelUpload(key: string): Promise<void> {
  await sendings.get(key)?.cancel();
  sendings.delete(key);
  tell();
}

/** Stops what is on its way for a title that is to go. @throws as `cancelUpload`. */
export async function cancelUploadsOf(title: string): Promise<void> {
  for (const { key } of shown.filter((each) => each.title === title)) await cancelUpload(key);
}

/** Shows an upload no longer that has ended. */
export function dismissUpload(key: string): void {
  const sending = sendings.get(key);
  if (sending !== undefined && hasEnded(sending.progress)) sendings.delete(key);
  tell();
}

/** Whether bytes are on their way: then somebody who leaves should know. */
export const isSending = (): boolean => shown.some(isGoing);

/** Takes up again what was on its way before a reload: by itself where the browser may still read the file. */
export async function restoreUploads(): Promise<void> {
  for (const kept of keptUploads()) {
    const known = shown.some(({ upload }) => upload === kept.upload);
    if (!known && (await ownUpload(kept.upload))) await restore(kept).catch(() => undefined);
  }
}

async function restore(kept: KeptUpload): Promise<void> {
  const known = await readKnown(kept.upload);
  if (known === null) return;
  const { state, received } = known;
  if (state !== 'receiving' && state !== 'checking') return forgetUpload(kept.upload);
  if (shown.some(({ upload }) => upload === kept.upload)) return;
  const sending = add({ ...kept, received });
  if (state === 'checking') sending.go();
  else await sending.goOnAtHand(false);
}

/** `null` where it is somebody else's who used this browser. */
async function readKnown(upload: string): Promise<ServerUpload | null> {
  try {
    return await readUpload(upload);
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}

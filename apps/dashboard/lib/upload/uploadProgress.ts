import type { BroughtFile } from './broughtFiles.ts';
import type { Purpose } from './keptUploads.ts';

/**
 * How an upload fares on this side: `queued` behind others, `waiting` for the connection to come back, `missing` its
 * file after a reload; the server is `checking` it; it is `ready`, the server `refused` it, or it `failed`.
 */
export type SendingState =
  'queued' | 'sending' | 'waiting' | 'paused' | 'missing' | 'checking' | 'ready' | 'refused' | 'failed';

/** How far an upload is. */
export interface UploadProgress {
  /** Its name in this page; it stays while the upload goes on. */
  readonly key: string;
  /** The server's id, `null` before the server knows of it. */
  readonly upload: string | null;
  readonly title: string;
  readonly purpose: Purpose;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** Of what has been sent, how much the server has looked at. */
  readonly checked: number;
  readonly state: SendingState;
  /** Bytes per second of late. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  /** What went wrong; `null` when nothing did. */
  readonly problem: unknown;
  /** The browser knows where its missing file lies: one click is enough. */
  readonly atHand: boolean;
  /** The server copies it from a folder of its own. */
  readonly imported: boolean;
}

/** A file, and what it is brought for. */
export interface UploadOrder extends BroughtFile {
  readonly title: string;
  readonly purpose: Purpose;
}

/** Whether bytes are on their way or will be without anybody doing anything: then the page should stay open. */
export const isGoing = ({ state }: UploadProgress): boolean =>
  state === 'queued' || state === 'sending' || state === 'waiting';

/** Whether nothing more will happen to it. */
export const hasEnded = ({ state }: UploadProgress): boolean => state === 'ready' || state === 'refused';

/** Whether nothing happens until somebody does something. */
export const needsSomebody = ({ state }: UploadProgress): boolean =>
  state === 'missing' || state === 'refused' || state === 'failed';

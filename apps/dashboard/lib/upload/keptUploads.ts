import type { Schemas } from '#lib/api/client.ts';

/** What a file is brought for. */
export type Purpose = Schemas['Upload']['purpose'];

/** What must be known of an upload that is under way to go on with it after a reload. */
export interface KeptUpload {
  readonly upload: string;
  readonly title: string;
  readonly purpose: Purpose;
  readonly name: string;
  readonly bytes: number;
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly begun: number;
}

const PREFIX = 'mondwerk.upload.';

/** Servers throw an upload away long before. */
const FORGOTTEN_AFTER_MS = 60 * 24 * 3_600_000;

/** Keeps an upload in mind until it has ended. */
export const keepUpload = (kept: KeptUpload): void => {
  try {
    localStorage.setItem(PREFIX + kept.upload, JSON.stringify(kept));
  } catch {
    // Where nothing can be kept, the upload still goes on until the page is left.
  }
};

/** Forgets an upload. */
export const forgetUpload = (upload: string): void => localStorage.removeItem(PREFIX + upload);

/** All uploads that were under way, the oldest first. */
export function keptUploads(now = Date.now()): KeptUpload[] {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  const kept = names.flatMap((name) => {
    const read = readKept(localStorage.getItem(name));
    if (read !== null && now - read.begun < FORGOTTEN_AFTER_MS) return [read];
    localStorage.removeItem(name);
    return [];
  });
  return kept.sort((a, b) => a.begun - b.begun);
}

function readKept(text: string | null): KeptUpload | null {
  try {
    const kept = JSON.parse(text ?? '') as Partial<KeptUpload>;
    return typeof kept.upload === 'string' && typeof kept.begun === 'number' ? (kept as KeptUpload) : null;
  } catch {
    return null;
  }
}

const held = new Map<string, () => void>();

/**
 * Makes an upload this page's own, so that no two pages of one browser send it. Returns whether it is; true where the
 * browser has no locks.
 */
export function ownUpload(upload: string): Promise<boolean> {
  // Pages that did not come over TLS have none.
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks === undefined || held.has(upload)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void locks.request(`mondwerk.upload.${upload}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<void>((release) => held.set(upload, release));
    });
  });
}

/** Gives an upload up. */
export function disownUpload(upload: string): void {
  held.get(upload)?.();
  held.delete(upload);
}

/** For which replacement each upload of this page is meant, by the upload's key. */
const claims = new Map<string, string>();
const listeners = new Set<() => void>();
let shown: ReadonlyMap<string, string> = new Map();

function tell(): void {
  shown = new Map(claims);
  for (const listener of listeners) listener();
}

/** Has somebody told whenever an upload becomes meant for a replacement, or no longer. Returns how to stop that. */
export function hearClaims(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** For which replacement each upload of this page is meant; the same map as long as nothing has changed. */
export const allClaims = (): ReadonlyMap<string, string> => shown;

/** Means an upload for a replacement until `used` has ended, however that is. */
export function claim(key: string, replacement: string, used: Promise<unknown>): void {
  claims.set(key, replacement);
  tell();
  const end = (): void => {
    claims.delete(key);
    tell();
  };
  used.then(end, end);
}

/**
 * Waits for work that cannot be stopped itself, but no longer than until the signal is aborted; what it writes then is
 * a draft that nobody takes. @throws the signal's reason, or whatever the work throws.
 */
export async function stoppable<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  // Nobody may be waiting for it any more when it fails.
  work.catch(() => {});
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

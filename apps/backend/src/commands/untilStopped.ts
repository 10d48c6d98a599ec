/** How long a stop may take before the process is ended anyway. */
const AT_MOST_MS = 10_000;

/** npm and the terminal both pass a person's one Ctrl-C on. */
const SAME_REQUEST_MS = 1000;

/**
 * Aborts when the system, a person or the process that started this one asks for a stop. A second request, or too slow a
 * stop, ends the process at once; the database and the storage stand that.
 */
export function untilStopped(atMostMs = AT_MOST_MS): AbortSignal {
  const controller = new AbortController();
  let asked = 0;
  const stop = (): void => {
    if (!controller.signal.aborted) {
      asked = performance.now();
      setTimeout(() => process.exit(1), atMostMs).unref();
      controller.abort();
    } else if (performance.now() - asked > SAME_REQUEST_MS) process.exit(1);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  process.on('disconnect', () => {
    if (!controller.signal.aborted) stop();
  });
  // Listening must not be what keeps a process alive that has nothing else to do.
  process.channel?.unref();
  return controller.signal;
}

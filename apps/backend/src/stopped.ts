/** A person asked for a stop (Ctrl-C, or the system shutting down). */
export class Stopped extends Error {
  readonly signal: 'SIGINT' | 'SIGTERM';

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`stopped by ${signal}`);
    this.name = 'Stopped';
    this.signal = signal;
  }
}

/** The exit code that shells expect of a program ended by this signal. */
export const exitCodeOf = ({ signal }: Stopped): number => (signal === 'SIGINT' ? 130 : 143);

/** How long a stopped run may take to put its things away before it is ended anyway. */
const GRACE_MS = 8000;

/**
 * Aborts when a person asks for a stop. A second request, or too slow a stop, ends the process at once; the work
 * folder stands that.
 */
export function watchForStop(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = (name: 'SIGINT' | 'SIGTERM') => (): void => {
    const stopped = new Stopped(name);
    if (controller.signal.aborted) process.exit(exitCodeOf(stopped));
    controller.abort(stopped);
    setTimeout(() => process.exit(exitCodeOf(stopped)), GRACE_MS).unref();
  };
  const listeners = { SIGINT: stop('SIGINT'), SIGTERM: stop('SIGTERM') };
  process.on('SIGINT', listeners.SIGINT).on('SIGTERM', listeners.SIGTERM);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', listeners.SIGINT).off('SIGTERM', listeners.SIGTERM);
    },
  };
}

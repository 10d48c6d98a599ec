import { ApiProblem } from '@mondwerk/client';
import { Refusal } from '@mondwerk/film';

/** What a server or a proxy says when it will answer otherwise in a while. */
const PASSING = [408, 423, 429, 500, 502, 503, 504];

/** Whether the same may go well on another try: the connection or the server was away, nothing was refused. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return error instanceof Refusal && error.code === 'server-unreachable';
  return PASSING.includes(error.status) || (error.status === 409 && error.code === 'upload-protocol');
}

const DELAYS_S = [1, 2, 4, 8, 15] as const;
const LONGEST_S = 30;

/** About half an hour of trying in vain. */
const MOST_FAILURES = 64;

/** How long to wait, in milliseconds, after so many failures in a row; `null` to give up. */
export const delayAfter = (failures: number): number | null =>
  failures > MOST_FAILURES ? null : (DELAYS_S[failures - 1] ?? LONGEST_S) * 1000;

/** Waits; shorter when the connection comes back or the signal ends it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

import { setTimeout as sleep } from 'node:timers/promises';

/** What the database says when it is the moment that is wrong and not the question. */
const PASSING = /^(08|57P0|40001|40P01|53|55P03|25006)/;
const BROKEN = /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/;
const CLOSED = /Connection terminated|connection error|not queryable|timeout exceeded|timeout expired/i;

/** Whether the same call may succeed a moment later: the connection broke, or somebody else was in the way. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return PASSING.test(code) || BROKEN.test(code) || CLOSED.test(error.message);
}

const AGAIN_AFTER_MS = 250;

/** Repeats a call until the moment is right. @throws whatever it throws that would not pass. */
export async function untilItPasses<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;)
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      await sleep(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
    }
}

import type { Run } from './run.ts';

/** Runs stages at the same time; when one fails the others are stopped, and the first failure is thrown. */
export async function together<A, B>(
  run: Run,
  first: (run: Run) => Promise<A>,
  second: (run: Run) => Promise<B>,
): Promise<[A, B]> {
  const failed = new AbortController();
  const joined: Run = { ...run, signal: AbortSignal.any([run.signal, failed.signal]) };
  const watched = async <T>(stage: (run: Run) => Promise<T>): Promise<T> => {
    try {
      return await stage(joined);
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  };
  const running = [watched(first), watched(second)] as const;
  await Promise.allSettled(running);
  if (failed.signal.aborted) throw failed.signal.reason;
  return Promise.all(running);
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from './tooManyRequests.ts';

/** Counts a request of somebody. @throws TooManyRequests when they ask faster than is good for the others. */
export type Pace = (who: string) => Promise<void>;

/**
 * Lets everyone ask so many times a minute. It is counted in memory, in each web process for itself: what it protects is
 * this process, and counting in the database would cost more than most requests do.
 */
export function paceOf(requestsPerMinute: number): Pace {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return async (who) => {
    try {
      await limiter.consume(who);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new TooManyRequests('Too many requests', refused.msBeforeNext);
    }
  };
}

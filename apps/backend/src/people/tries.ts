import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { TooManyRequests } from '../http/tooManyRequests.ts';

/** A try to sign in, which counts as failed until it is said to have succeeded. */
export interface Try {
  /** It was right: all that failed before is forgotten. */
  succeed(): Promise<void>;
  /** It was neither right nor wrong: it was not one. */
  takeBack(): Promise<void>;
}

/** Who tries: from where, and as whom. */
export interface Trying {
  readonly address: string;
  readonly email: string;
}

/** Counts tries to sign in. */
export interface Tries {
  /** Counts one. @throws LockedOut, first and each time after, when there were too many. */
  begin(trying: Trying): Promise<Try>;
}

/** Too many tries, by one person or from one place. */
export class LockedOut extends TooManyRequests {
  /** Whether it is this try that locked a person out. */
  readonly now: boolean;

  constructor(milliseconds: number, now: boolean) {
    super('Too many tries to sign in', milliseconds);
    this.now = now;
  }
}

const QUARTER_HOUR = 15 * 60;

/** How many may fail in a quarter of an hour, before the next quarter of an hour is closed. */
const LIMITS = { person: 10, address: 100 } as const;

/**
 * Counts in the database, so that neither a restart nor a second web process gives more tries. Counting comes before
 * checking: a hundred tries at once are a hundred tries.
 */
export function openTries(database: DataSource): Tries {
  const limiter = (of: keyof typeof LIMITS): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: database,
      storeType: 'typeorm',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: of,
      points: LIMITS[of],
      duration: QUARTER_HOUR,
      blockDuration: QUARTER_HOUR,
    });
  const [byPerson, byAddress] = [limiter('person'), limiter('address')];
  return {
    async begin({ address, email }) {
      const person = createHash('sha256').update(email).digest('base64url');
      await count(byAddress, address);
      await count(byPerson, person);
      return {
        async succeed() {
          await byPerson.delete(person);
          await byAddress.reward(address);
        },
        async takeBack() {
          await byPerson.reward(person);
          await byAddress.reward(address);
        },
      };
    },
  };
}

async function count(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const now = limiter.keyPrefix === 'person' && refused.consumedPoints === limiter.points + 1;
    throw new LockedOut(refused.msBeforeNext, now);
  }
}

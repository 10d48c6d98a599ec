/** How often a job is tried before a person has to look. */
export interface Limits {
  /** Seconds to wait before each further attempt of a job that ended in an error; it fails after the last. */
  readonly retryAfter: readonly number[];
  /** How many workers may die with it. */
  readonly deaths: number;
}

/** What holds unless a test needs other ones. */
export const LIMITS: Limits = { retryAfter: [2, 10], deaths: 5 };

/** How urgent a run is: a person who looks at one line goes before all, one who waits before what may take the night. */
export const PRIORITIES = { draft: 110, review: 100, person: 50, bulk: 10 } as const;

/**
 * The advisory lock that a worker holds as long as it is connected, as SQL over its id: the database frees it at once
 * when the worker dies.
 */
export const workerLock = (id: string): string => `hashtextextended(${id}::text, 0)`;

import type { Identify } from '../http/accessGuard.ts';
import type { Platform } from '../platform.ts';

/** Finds out who sends a request. */
export const identify =
  (_platform: Platform): Identify =>
  () =>
    Promise.resolve(null);

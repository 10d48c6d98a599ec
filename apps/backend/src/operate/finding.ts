import type { Surroundings } from './surroundings.ts';

/** What was found of one thing. */
export interface Finding {
  readonly result: 'ok' | 'warn' | 'fail';
  readonly said: string;
  /** What to do about it. */
  readonly way?: string;
}

/** Looks at one thing. What it throws is a failure too. */
export type Examination = (at: Surroundings) => Promise<Finding>;

import type { FrameSpan } from './span.ts';

/** The frames between two cuts. */
export interface Shot {
  readonly index: number;
  readonly frames: FrameSpan;
}

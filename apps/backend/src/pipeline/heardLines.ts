import type { Line } from '@mondwerk/film';

/** Lines that were heard. */
export interface HeardLines {
  /** `transcribed`: a speech model understood the words; `draft`: only where somebody speaks. */
  readonly origin: 'transcribed' | 'draft';
  /** What understood them. */
  readonly model: { readonly name: string; readonly sha256: string } | null;
  /** BCP 47; `null` where it was neither given nor recognised. */
  readonly language: string | null;
  readonly lines: readonly Line[];
}

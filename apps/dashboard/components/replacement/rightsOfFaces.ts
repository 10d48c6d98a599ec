import type { ReactNode } from 'react';

/** What pages of replacements show of rights; who knows about them gives it. */
export interface RightsOfFaces {
  /** Whether somebody's whole face may be rendered as far as is recorded, with a sign that says so; `null` until known. */
  readonly wholeFaceOf: (performer: string) => { readonly fine: boolean; readonly sign: ReactNode } | null;
  /** Begins to record a basis for some performers. */
  readonly record: (performers: readonly string[], extent: 'whole-face') => void;
}

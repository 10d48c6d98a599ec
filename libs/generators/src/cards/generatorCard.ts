import type { FormName } from '../forms/forms.ts';

/** What a licence lets people use a model for; each includes those after it. */
export type PermittedUse = 'commercial' | 'non-commercial' | 'research';

/** What is known of a network that somebody brought: what it is, who may use it for what, and whose face it makes. */
export interface GeneratorCard {
  readonly name: string;
  readonly form: FormName;
  readonly sha256: string;
  /** The licence's name, as whoever added the model says. */
  readonly licence: string;
  readonly use: PermittedUse;
  /** To whom the licence was given, `null` where it was given to everybody. */
  readonly holder: string | null;
  /** The performer whose face it makes, `null` where it makes any. */
  readonly performer: string | null;
}

/** What people say for what a language writes short. Keys are as written, without spaces. */
export interface SpokenForms {
  /** With their dots: `Dr.`, `z.B.`; a dot at the end may be missing where the text leaves it out. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** Those that mean something else behind a name where no name follows: `Downing St.` */
  readonly behindNames?: Readonly<Record<string, string>>;
  /** Of measure, behind a number: `km`. */
  readonly units?: Readonly<Record<string, string>>;
  /** What money is called, many of it, by its sign. */
  readonly money?: Readonly<Record<string, string>>;
  /** Years from 1100 to 1999 by halves (19 84), or by hundreds, with the word for them (19 hundert 84). */
  readonly years?: { readonly by: 'halves' } | { readonly by: 'hundreds'; readonly word: string };
  /** What stands between hours and minutes, and words behind a time that say the same. */
  readonly clock?: { readonly between: string; readonly behind: readonly string[] };
  /** The word between the ends of a range of numbers. */
  readonly range?: string;
  readonly fractions?: Readonly<Record<string, string>>;
  /** The first, the second…, as they stand behind the name of a king. */
  readonly ordinals?: readonly string[];
  /** How a number of a day or a place, written with a dot, ends otherwise than behind a king. */
  readonly dotted?: boolean;
  /** What stands before an ordinal behind a name. */
  readonly article?: string;
  /** How many kings are counted by ordinals, before people go over to plain numbers; all when left out. */
  readonly ordinalKings?: number;
}

import type { ReactNode } from 'react';

/** What the cast shows of rights; who knows about them gives it. */
export interface RightsOfCast {
  /** The state of a performer's rights in each language, small enough for a card. */
  readonly signsOf: (performer: string, tabIndex?: number) => ReactNode;
  /** What is missing in each dub; `choose` is told of whom when somebody asks. */
  readonly summary: (choose: (performers: readonly string[]) => void) => ReactNode;
  /** Opens all that is recorded of a performer. */
  readonly open: (performer: string) => void;
  /** Begins to record one basis for several performers. */
  readonly record: (performers: readonly string[]) => void;
  /** Whether something was signed for others who turned out to be this performer. */
  readonly holdsForOthers: (performer: string) => boolean;
}

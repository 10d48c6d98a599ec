import { useMemo } from 'react';
import { usePerformers, type Performer } from '#lib/api/cast.ts';
import { useBases, useMergedInto, type RightsBasis } from '#lib/api/rights.ts';
import { coverOf, isFine, today, type Cover } from './coverage.ts';
import { useFaceUses, type FaceUse } from './faceUses.ts';

/** All that is known of the rights in a title. */
export interface RightsBook {
  readonly performers: readonly Performer[];
  readonly uses: readonly FaceUse[];
  /** What is recorded of a performer, with those who turned out to be them, the newest first. */
  readonly basesOf: (performer: string) => readonly RightsBasis[];
  /** How a performer's rights stand for what their face is rendered for. */
  readonly coverIn: (performer: string, use: FaceUse) => Cover;
  readonly holdsForOthers: (performer: string) => boolean;
}

const NONE: readonly never[] = [];

/** Reads what is recorded and what is missing; there is no book until that is known, nor when it was refused. */
export function useRightsBook(
  title: string,
  mayRead: boolean,
): { readonly book?: RightsBook; readonly problem?: unknown } {
  const { data: performers } = usePerformers(title);
  const uses = useFaceUses(title, mayRead);
  const { data: bases, error: problem } = useBases(title, mayRead);
  const known = new Set(performers?.map(({ id }) => id));
  const strangers =
    performers === undefined ? NONE : (bases ?? NONE).filter(({ performer }) => !known.has(performer));
  const mergedInto = useMergedInto([...new Set(strangers.map(({ performer }) => performer))]);
  const byPerson = useMemo(
    () => Map.groupBy(bases ?? NONE, ({ performer }) => mergedInto.get(performer) ?? performer),
    [bases, mergedInto],
  );
  if (performers === undefined || bases === undefined) return { problem };
  const on = today();
  const basesOf = (performer: string): readonly RightsBasis[] => byPerson.get(performer) ?? NONE;
  const book: RightsBook = {
    ...{ performers, uses, basesOf },
    coverIn: (performer, of) => {
      const cover = coverOf(basesOf(performer), of.need, on);
      const asked = of.asking || (of.missing?.some((each) => each.performer === performer) ?? true);
      // The server asks of those in the newest plan only: whom it does not name needs nothing in this dub.
      return !isFine(cover) && !asked ? { standing: 'unneeded', day: null } : cover;
    },
    holdsForOthers: (performer) => basesOf(performer).some((basis) => basis.performer !== performer),
  };
  return { book };
}

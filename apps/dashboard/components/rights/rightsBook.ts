import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { usePerformers, type Performer } from '#lib/api/cast.ts';
import {
  useBases,
  useMergedInto,
  useMissingRights,
  type MissingRights,
  type RightsBasis,
} from '#lib/api/rights.ts';
import { useDubs, useSourceInUse, type Dub } from '#lib/api/titles.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { coverOf, isFine, today, type Cover, type Need } from './coverage.ts';

/** What faces are rendered for, a dub or a replacement, with what is missing of rights. */
export interface FaceUse extends MissingRights {
  readonly id: string;
  /** As people say it: a language, or who is shown on whose head. */
  readonly name: string;
  /** The same where there is little room. */
  readonly sign: string;
  readonly need: Need;
  /** Those whose faces it is about, by their ids; `null`: whoever is in its plan. */
  readonly whom: readonly string[] | null;
}

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
  const locale = useLocale();
  const { data: performers } = usePerformers(title);
  const { data: source } = useSourceInUse(title);
  const { data: allDubs = NONE } = useDubs(title);
  const { data: bases, error: problem } = useBases(title, mayRead);
  // A dub stays with the film that it was made from; faces of another one are not in it.
  const dubs = allDubs.filter((dub) => !source || dub.source === source.id);
  const missing = useMissingRights(
    dubs.map(({ id }) => id),
    mayRead,
  );
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
    performers,
    uses: dubs.map((dub, at) => ({ ...useOfDub(dub, locale), ...missing[at] })),
    basesOf,
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

/** Whether something is rendered of a performer's face for it, or may be. */
export const isAbout = ({ whom }: Pick<FaceUse, 'whom'>, performer: string): boolean =>
  whom === null || whom.includes(performer);

const useOfDub = ({ id, language }: Dub, locale: string): Omit<FaceUse, keyof MissingRights> => ({
  ...{ id, sign: language, name: nameOfLanguage(language, locale) },
  ...{ need: { language, extent: 'mouth' }, whom: null },
});

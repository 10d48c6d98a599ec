import { useLocale, useTranslations } from 'use-intl';
import { useReplacements, type Replacement } from '#lib/api/replacements.ts';
import { useMissingRights, type MissingRights } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import { useDubs, useSourceInUse, type Dub } from '#lib/api/titles.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { WHOLE_FACE, type Need } from './coverage.ts';

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

/** Whether something is rendered of a performer's face for it, or may be. */
export const isAbout = ({ whom }: Pick<FaceUse, 'whom'>, performer: string): boolean =>
  whom === null || whom.includes(performer);

const NONE: readonly never[] = [];

/** All that faces of the film in use are rendered for in a title. */
export function useFaceUses(title: string, mayRead: boolean): readonly FaceUse[] {
  const t = useTranslations('rights');
  const locale = useLocale();
  const { data: source } = useSourceInUse(title);
  const { data: dubs = NONE } = useDubs(title);
  const { data: replacements = NONE } = useReplacements(title, useMay()('replacements:read'));
  // A dub stays with the film that it was made from; faces of another one are not in it.
  const isOfFilm = (version: Dub | Replacement): boolean => !source || version.source === source.id;
  const uses = [
    ...dubs.filter(isOfFilm).map((dub) => useOfDub(dub, locale)),
    ...replacements.filter(isOfFilm).map(({ id, replaced, shown }) => ({
      ...{ id, sign: t('faceSign'), name: t('pair', { replaced: replaced.name, shown: shown.name }) },
      ...{ need: WHOLE_FACE, whom: [replaced.id, shown.id] },
    })),
  ];
  const missing = useMissingRights(
    uses.map(({ id }) => id),
    mayRead,
  );
  return uses.map((use, at) => ({ ...use, ...missing[at] }));
}

const useOfDub = ({ id, language }: Dub, locale: string): Omit<FaceUse, keyof MissingRights> => ({
  ...{ id, sign: language, name: nameOfLanguage(language, locale) },
  ...{ need: { language, extent: 'mouth' }, whom: null },
});

import type { NamedLanguage } from '#lib/language/spokenLanguages.ts';

/** The languages that somebody means by what they type, the likeliest first: by name in the interface's language, own name or tag. */
export function languagesMatching(
  languages: readonly NamedLanguage[],
  typed: string,
): readonly NamedLanguage[] {
  const wanted = plain(typed.trim());
  if (wanted === '') return languages;
  const ranked = languages.flatMap((each) => {
    const rank = rankOf(each, wanted);
    return rank === null ? [] : [{ each, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
}

function rankOf({ tag, name }: NamedLanguage, wanted: string): number | null {
  const names = [name, ownName(tag)].map(plain);
  if ([tag.toLowerCase(), ...names].includes(wanted)) return 0;
  if (names.some((each) => each.startsWith(wanted))) return 1;
  if (names.some((each) => each.split(/[^\p{L}]+/u).some((word) => word.startsWith(wanted)))) return 2;
  return names.some((each) => each.includes(wanted)) ? 3 : null;
}

/** A language in itself: `nl` is “Nederlands”. */
export const ownName = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(tag) ?? tag;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

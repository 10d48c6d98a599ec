/**
 * Whether an agreement for one language holds for another: it holds for the language itself and for every narrower one,
 * so `es` covers `es-419` and `es-MX`, while `es-419` covers neither `es` nor `es-ES` (basic filtering of RFC 4647,
 * section 3.3.1: equal, or a prefix that ends before a hyphen; capitals and outdated tags such as `iw` do not matter).
 */
export function languageCovers(agreed: string, needed: string): boolean {
  const [wide, narrow] = [canonical(agreed), canonical(needed)];
  return narrow === wide || narrow.startsWith(`${wide}-`);
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag.toLowerCase();
  }
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const TERRITORIES = new Intl.DisplayNames('en', { type: 'region' });

/** A language as people say it, with its tag: `Latin American Spanish (es-419)`. */
export const languageName = (tag: string): string => named(LANGUAGES, tag);

/** A territory as people say it, with its code: `Brazil (BR)`. */
export const territoryName = (code: string): string => named(TERRITORIES, code);

function named(names: Intl.DisplayNames, code: string): string {
  const name = names.of(code);
  return name === undefined || name === code ? code : `${name} (${code})`;
}

/** A language or a territory with its name. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes with a name that are no country: unions, all of the world, made-up places for tests. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** The name of a territory in a language: `BR` in English is Brazil; its code where there is no name. */
export const nameOfTerritory = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;

/** All territories of ISO 3166 that have a name, in the order of their names in a language. */
export function allTerritories(locale: string): readonly Named[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`));
  return codes
    .flatMap((code) => {
      // Codes that are no longer used mean another one.
      const outdated = new Intl.Locale(`und-${code}`).region !== code;
      const name = outdated || NO_COUNTRIES.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

/** A territory's code as it is written for the server; `undefined` where a text is none. */
export function territoryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
}

/** The code of something that is called so, by its name or by its code. */
export function readNamed(text: string, known: readonly Named[]): string | undefined {
  const wanted = text.trim().toLocaleLowerCase();
  return known.find(({ code, name }) => [code, name].some((each) => each.toLocaleLowerCase() === wanted))
    ?.code;
}

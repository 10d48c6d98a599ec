import type { Named } from './territories.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';

/** Languages that films are dubbed into most; any other is written as its BCP 47 tag. */
const TAGS =
  'ar bg bn ca cs da de de-AT de-CH el en en-GB en-US es es-419 es-ES es-MX et eu fa fi fil fr fr-CA fr-FR gl gu he hi hr hu id is it ja ka kk kn ko lt lv ml mr ms nb nl nl-BE pa pl pt pt-BR pt-PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh zh-Hans zh-Hant yue'.split(
    ' ',
  );

/** Those languages by their names in one of them. */
export const commonLanguages = (locale: string): readonly Named[] =>
  TAGS.map((code) => ({ code, name: nameOfLanguage(code, locale) })).toSorted((a, b) =>
    a.name.localeCompare(b.name, locale),
  );

/** A language tag as it is written for the server; `undefined` where a text is none. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim())[0];
  } catch {
    return undefined;
  }
}

import type { Language } from '#lib/language/languages.ts';

/** One text of the interface in all languages, in ICU message syntax. */
export type Text = Readonly<Record<Language, string>>;

/** The texts of one room; a language that is missing does not compile. */
export type Words = Readonly<Record<string, Text>>;

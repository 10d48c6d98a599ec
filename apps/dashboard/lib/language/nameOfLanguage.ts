/** The name of a language in another one: `es-419` in English is “Latin American Spanish”. */
export function nameOfLanguage(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag;
}

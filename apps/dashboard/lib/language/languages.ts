/** The languages of the interface, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
} as const;

/** A language of the interface, as a BCP 47 tag. */
export type Language = keyof typeof LANGUAGES;

/** The cookie that keeps which one somebody chose. */
export const LANGUAGE_COOKIE = 'mondwerk_language';

const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** The language for somebody who chose one, or whose browser asks for some (Accept-Language); else English. */
export function chooseLanguage(chosen: string | undefined, asked: string | null): Language {
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  const wished = (asked ?? '').split(',').map((entry) => {
    const [tag, quality = 'q=1'] = entry.trim().split(';');
    return { tag: tag.slice(0, 2).toLowerCase(), weight: Number(quality.trim().slice(2)) || 0 };
  });
  const best = wished.sort((a, b) => b.weight - a.weight).find(({ tag }) => isLanguage(tag));
  return (best?.tag as Language | undefined) ?? 'en';
}

import { nameOfLanguage } from './nameOfLanguage.ts';

/** Languages in which films are spoken, as BCP 47 tags; a variety is there where studios make versions of its own. */
export const SPOKEN: readonly string[] = [
  ...[
    'af',
    'am',
    'ar',
    'ar-EG',
    'as',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'de-AT',
    'de-CH',
  ],
  ...[
    'el',
    'en',
    'en-AU',
    'en-GB',
    'en-IN',
    'en-US',
    'eo',
    'es',
    'es-419',
    'es-AR',
    'es-ES',
    'es-MX',
    'et',
    'eu',
  ],
  ...[
    'fa',
    'fi',
    'fil',
    'fr',
    'fr-CA',
    'fr-FR',
    'fy',
    'ga',
    'gd',
    'gl',
    'gu',
    'ha',
    'he',
    'hi',
    'hr',
    'hu',
    'hy',
  ],
  ...[
    'id',
    'ig',
    'is',
    'it',
    'ja',
    'jv',
    'ka',
    'kk',
    'km',
    'kn',
    'ko',
    'ku',
    'ky',
    'la',
    'lb',
    'lo',
    'lt',
    'lv',
  ],
  ...[
    'mg',
    'mi',
    'mk',
    'ml',
    'mn',
    'mr',
    'ms',
    'mt',
    'my',
    'nb',
    'ne',
    'nl',
    'nl-BE',
    'nn',
    'or',
    'pa',
    'pl',
    'ps',
  ],
  ...[
    'pt',
    'pt-BR',
    'pt-PT',
    'qu',
    'ro',
    'ru',
    'rw',
    'sd',
    'si',
    'sk',
    'sl',
    'so',
    'sq',
    'sr',
    'sv',
    'sw',
    'ta',
  ],
  ...[
    'te',
    'th',
    'tk',
    'tr',
    'tt',
    'uk',
    'ur',
    'uz',
    'vi',
    'wo',
    'xh',
    'yo',
    'yue',
    'zh',
    'zh-HK',
    'zh-TW',
    'zu',
  ],
];

/** A language with its name. */
export interface NamedLanguage {
  readonly tag: string;
  readonly name: string;
}

/** The spoken languages, and `more` that are not among them, by their names in another language, in its order. */
export function spokenLanguages(inLanguage: string, more: readonly string[] = []): NamedLanguage[] {
  const { compare } = new Intl.Collator(inLanguage);
  return [...new Set([...SPOKEN, ...more])]
    .map((tag) => ({ tag, name: nameOfLanguage(tag, inLanguage) }))
    .sort((a, b) => compare(a.name, b.name));
}

const LAST_USED = 'mondwerk.filmLanguage';

/** The language that a new film most likely has: that of the last one, else that of the browser. */
export function likelyLanguage(): string {
  const asked = [localStorage.getItem(LAST_USED), navigator.language, navigator.language.split('-')[0], 'en'];
  return asked.find((tag) => tag !== null && SPOKEN.includes(tag)) ?? 'en';
}

/** Remembers which language a new film had. */
export const rememberLanguage = (tag: string): void => localStorage.setItem(LAST_USED, tag);

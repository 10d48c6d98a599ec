import type { Language } from '#lib/language/languages.ts';
import type { Messages } from './catalogue.ts';

declare module 'use-intl' {
  /** Lets the compiler know every text there is. */
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { chooseLanguage, LANGUAGE_COOKIE } from '#lib/language/languages.ts';
import { messagesIn, type Messages } from '#messages/catalogue.ts';

/** What the browser's tab says of a page, in the language of whoever asks for it: a page's `generateMetadata`. */
export const titled = (word: (messages: Messages) => string) => async (): Promise<Metadata> => {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const language = chooseLanguage(chosen, (await headers()).get('accept-language'));
  return { title: word(messagesIn(language)) };
};

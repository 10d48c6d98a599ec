import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactElement, ReactNode } from 'react';
import { Providers } from '#components/shell/index.ts';
import { chooseLanguage, LANGUAGE_COOKIE } from '#lib/language/languages.ts';
import { messagesIn } from '#messages/catalogue.ts';
import './globals.css';

/** What the browser's tab says where a page says nothing of its own. */
export const metadata: Metadata = { title: { default: 'Mondwerk', template: '%s · Mondwerk' } };

/** Every page: the language that somebody chose or asks for, and only its texts. */
export default async function RootLayout({
  children,
}: {
  readonly children: ReactNode;
}): Promise<ReactElement> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const language = chooseLanguage(chosen, (await headers()).get('accept-language'));
  return (
    <html lang={language}>
      <body className="font-sans">
        <Providers language={language} messages={messagesIn(language)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}

'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { IntlProvider } from 'use-intl';
import { KeyboardProvider } from '#components/keyboard/index.ts';
import { ToastProvider } from '#components/ui/index.ts';
import { openQueryClient } from '#lib/api/queryClient.ts';
import type { Language } from '#lib/language/languages.ts';
import type { Messages } from '#messages/catalogue.ts';

interface ProvidersProps {
  readonly language: Language;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** What every page stands on: texts, what was read from the API, keys, messages. */
export function Providers({ language, messages, children }: ProvidersProps): ReactElement {
  const [queries] = useState(openQueryClient);
  return (
    <IntlProvider locale={language} messages={messages} timeZone={zone()}>
      <QueryClientProvider client={queries}>
        <KeyboardProvider>
          <ToastProvider>{children}</ToastProvider>
        </KeyboardProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
}

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

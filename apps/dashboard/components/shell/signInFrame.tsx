'use client';

import type { ReactElement, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DoorFrame } from './doorFrame.tsx';

/** The frame of the sign-in form. */
export function SignInFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useTranslations('shell');
  return <DoorFrame title={t('signIn')}>{children}</DoorFrame>;
}

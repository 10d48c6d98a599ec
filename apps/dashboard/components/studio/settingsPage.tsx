'use client';

import type { ReactElement, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Page, Panel } from '#components/ui/index.ts';
import { useSession } from '#lib/api/session.ts';
import { KeySettings } from './keySettings.tsx';
import { LanguageSetting } from './languageSetting.tsx';
import { OrganisationSettings } from './organisationSettings.tsx';
import { SecondFactorSettings } from './secondFactorSettings.tsx';

/** What one sets for oneself and for the organisation; `password` is the form that changes one's own. */
export function SettingsPage({ password }: { readonly password: ReactNode }): ReactElement {
  const t = useTranslations('studio');
  const { data: session } = useSession();
  return (
    <Page title={t('settings')}>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('account')}>
            {session && <Own {...session.person} />}
            <div className="border-t border-line/60 p-3">
              <LanguageSetting />
            </div>
          </Panel>
          <Panel title={t('keys')}>
            <KeySettings />
          </Panel>
          {session && <OrganisationSettings organisation={session.organisation.id} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('password')}>
            <div className="flex flex-col gap-3 p-3">
              <p className="text-dim">{t('passwordHint')}</p>
              {password}
            </div>
          </Panel>
          <SecondFactorSettings />
        </div>
      </div>
    </Page>
  );
}

interface OwnProps {
  readonly name: string;
  readonly email: string;
  readonly role: 'administrator' | 'producer' | 'artist' | 'reviewer' | 'client';
}

function Own({ name, email, role }: OwnProps): ReactElement {
  const t = useTranslations('studio');
  return (
    <div className="flex flex-col gap-1 p-3">
      <p className="font-semibold wrap-anywhere">{name}</p>
      <p className="wrap-anywhere text-dim">{email}</p>
      <p>
        {t(`role-${role}`)}
        <span className="text-dim"> · {t(`does-${role}`)}</span>
      </p>
    </div>
  );
}

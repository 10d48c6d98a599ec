'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '#components/ui/index.ts';
import { ROLES } from '#lib/api/people.ts';

/** Says in a sentence what each role may do. */
export function RolesPanel(): ReactElement {
  const t = useTranslations('studio');
  return (
    <Panel title={t('roles')}>
      <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 p-3">
        {ROLES.map((role) => (
          <div key={role} className="contents">
            <dt className="font-semibold">{t(`role-${role}`)}</dt>
            <dd className="text-dim">{t(`does-${role}`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '#components/ui/index.ts';
import { ROLES, type Role } from '#lib/api/people.ts';

/** A choice of roles; below it, what the chosen one may do. */
export function RoleField({ role = 'artist' }: { readonly role?: Role }): ReactElement {
  const t = useTranslations('studio');
  const [chosen, setChosen] = useState(role);
  return (
    <SelectField
      name="role"
      label={t('role')}
      hint={t(`does-${chosen}`)}
      value={chosen}
      onChange={(event) => setChosen(event.currentTarget.value as Role)}
    >
      {ROLES.map((each) => (
        <option key={each} value={each}>
          {t(`role-${each}`)}
        </option>
      ))}
    </SelectField>
  );
}

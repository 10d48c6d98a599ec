'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog, TextField, useToasts } from '#components/ui/index.ts';
import { usePeopleActs, type Person, type Role } from '#lib/api/people.ts';
import { FormActs } from './formActs.tsx';
import { RoleField } from './roleField.tsx';
import { useForm } from './useForm.ts';

interface EditPersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Changes somebody's name, e-mail and role. */
export function EditPersonDialog({ person, onClose }: EditPersonProps): ReactElement {
  const t = useTranslations();
  const { change } = usePeopleActs();
  const { say } = useToasts();
  const form = useForm(async (told) => {
    await change(person, {
      name: String(told.get('name')),
      email: String(told.get('email')),
      role: told.get('role') as Role,
    });
    say({ text: t('studio.saved') });
    onClose();
  });
  return (
    <Dialog open onClose={onClose} title={t('studio.editTitle', { name: person.name })}>
      <form className="flex flex-col gap-3" onSubmit={form.onSubmit}>
        <TextField name="name" label={t('common.name')} defaultValue={person.name} maxLength={200} required />
        <TextField name="email" type="email" label={t('studio.email')} defaultValue={person.email} required />
        <RoleField role={person.role} />
        <FormActs act={t('common.save')} {...form} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

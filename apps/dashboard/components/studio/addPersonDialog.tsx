'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog, SelectField, TextField, useToasts } from '#components/ui/index.ts';
import { usePeopleActs, type MadePerson, type Role, type SignIn } from '#lib/api/people.ts';
import { FormActs } from './formActs.tsx';
import { InvitationShown } from './invitationShown.tsx';
import { RoleField } from './roleField.tsx';
import { ShownOnce } from './shownOnce.tsx';
import { useForm } from './useForm.ts';

const WAYS: readonly SignIn[] = ['invitation', 'password', 'elsewhere'];

interface AddPersonProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Adds somebody and then shows what they sign in with. */
export function AddPersonDialog({ open, onClose }: AddPersonProps): ReactElement {
  const t = useTranslations('studio');
  const [made, setMade] = useState<MadePerson | null>(null);
  const close = (): void => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={t('addPerson')}>
      {made === null ? (
        <NewPersonForm onMade={setMade} onClose={close} />
      ) : (
        <Made person={made} onDone={close} />
      )}
    </Dialog>
  );
}

interface NewPersonProps {
  readonly onMade: (person: MadePerson) => void;
  readonly onClose: () => void;
}

function NewPersonForm({ onMade, onClose }: NewPersonProps): ReactElement {
  const t = useTranslations();
  const { add } = usePeopleActs();
  const { say } = useToasts();
  const form = useForm(async (told) => {
    const person = await add({
      name: String(told.get('name')),
      email: String(told.get('email')),
      role: told.get('role') as Role,
      signIn: told.get('signIn') as SignIn,
    });
    if (person.invitation !== null || person.password !== null) return onMade(person);
    say({ text: `${t('studio.personAdded', { name: person.name })} ${t('studio.addedElsewhere')}` });
    onClose();
  });
  return (
    <form className="flex flex-col gap-3" onSubmit={form.onSubmit}>
      <TextField name="name" label={t('common.name')} autoComplete="off" maxLength={200} required />
      <TextField name="email" type="email" label={t('studio.email')} autoComplete="off" required />
      <RoleField />
      <SelectField name="signIn" label={t('studio.howSignIn')}>
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {t(`studio.signIn-${way}`)}
          </option>
        ))}
      </SelectField>
      <FormActs act={t('studio.addPerson')} {...form} onCancel={onClose} />
    </form>
  );
}

function Made({
  person,
  onDone,
}: {
  readonly person: MadePerson;
  readonly onDone: () => void;
}): ReactElement {
  const t = useTranslations('studio');
  if (person.invitation !== null) {
    return <InvitationShown name={person.name} invitation={person.invitation} onDone={onDone} />;
  }
  return (
    <ShownOnce
      label={t('lentPasswordFor', { name: person.name })}
      secret={person.password ?? ''}
      onDone={onDone}
    >
      {t('lentPasswordHint')}
    </ShownOnce>
  );
}

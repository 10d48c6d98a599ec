'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Await, Button, Panel, ProblemNote, TextField, useToasts } from '#components/ui/index.ts';
import { useOrganisation, useRenameOrganisation, type Organisation } from '#lib/api/account.ts';
import { useMay } from '#lib/api/session.ts';
import { useMeasures } from '#lib/upload/index.ts';
import { useForm } from './useForm.ts';

/** The organisation's name, and how much it may store. */
export function OrganisationSettings({ organisation }: { readonly organisation: string }): ReactElement {
  const t = useTranslations('studio');
  return (
    <Panel title={t('organisation')}>
      <Await of={useOrganisation(organisation)}>
        {(known) => <OrganisationForm key={known.version} organisation={known} />}
      </Await>
    </Panel>
  );
}

function OrganisationForm({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const t = useTranslations();
  const { size } = useMeasures();
  const mayEdit = useMay()('organisations:edit');
  const rename = useRenameOrganisation();
  const { say } = useToasts();
  const form = useForm(async (told) => {
    await rename(organisation, String(told.get('name')));
    say({ text: t('studio.saved') });
  });
  const { quota } = organisation;
  return (
    <form className="flex flex-col gap-3 p-3" onSubmit={form.onSubmit}>
      <TextField
        name="name"
        label={t('common.name')}
        defaultValue={organisation.name}
        maxLength={200}
        required
        disabled={!mayEdit}
        title={mayEdit ? undefined : t('common.notAllowed')}
      />
      <p>
        <span className="text-dim">{t('studio.quota')}: </span>
        {quota === null ? t('studio.noQuota') : size(quota)}
      </p>
      {form.problem !== null && <ProblemNote error={form.problem} />}
      {mayEdit && (
        <div>
          <Button type="submit" busy={form.busy}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

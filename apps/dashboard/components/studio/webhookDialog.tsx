'use client';

import { useState, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { CheckField, Dialog, TextField, useToasts } from '#components/ui/index.ts';
import { eventKinds, useWebhookActs, type EventKind, type Webhook } from '#lib/api/webhooks.ts';
import { Choice } from './choice.tsx';
import { FormActs } from './formActs.tsx';
import { useKindWords } from './kindWords.ts';
import { ShownOnce } from './shownOnce.tsx';
import { useForm } from './useForm.ts';

interface WebhookDialogProps {
  /** The one that is changed; a new one is made without it. */
  readonly webhook?: Webhook;
  readonly onClose: () => void;
}

/** Makes a webhook, and then shows its secret; or changes one. */
export function WebhookDialog({ webhook, onClose }: WebhookDialogProps): ReactElement {
  const t = useTranslations('studio');
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={t(webhook ? 'editWebhook' : 'addWebhook')}>
      {secret === null ? (
        <WebhookForm webhook={webhook} onMade={setSecret} onClose={onClose} />
      ) : (
        <ShownOnce label={t('webhookSecret')} secret={secret} onDone={onClose}>
          {t('webhookSecretHint')}
        </ShownOnce>
      )}
    </Dialog>
  );
}

interface WebhookFormProps extends WebhookDialogProps {
  readonly onMade: (secret: string) => void;
}

function WebhookForm({ webhook, onMade, onClose }: WebhookFormProps): ReactElement {
  const t = useTranslations();
  const { make, change } = useWebhookActs();
  const { say } = useToasts();
  const wordsOf = useKindWords();
  const before = webhook?.kinds ?? [];
  const [hears, setHears] = useState<'all' | 'some'>(before.length === 0 ? 'all' : 'some');
  const [kinds, setKinds] = useState<readonly string[]>(before);
  const toggle = (kind: string, on: boolean): void =>
    setKinds((own) => [...own.filter((each) => each !== kind), ...(on ? [kind] : [])]);
  const form = useForm(async (told) => {
    const body = {
      url: String(told.get('url')).trim(),
      kinds: hears === 'all' ? [] : (kinds as EventKind[]),
    };
    if (webhook === undefined) return onMade((await make(body)).secret);
    await change(webhook, body);
    say({ text: t('studio.saved') });
    onClose();
  });
  const missing = hears === 'some' && kinds.length === 0;
  return (
    <form className="flex flex-col gap-3" onSubmit={form.onSubmit}>
      <TextField
        name="url"
        type="url"
        label={t('studio.address')}
        hint={t('studio.addressHint')}
        defaultValue={webhook?.url}
        placeholder="https://"
        maxLength={2000}
        required
      />
      <Choice
        label={t('studio.hears')}
        value={hears}
        onChange={setHears}
        options={[
          ['all', t('studio.hearsAll')],
          ['some', t('studio.hearsSome')],
        ]}
      />
      {hears === 'some' && (
        <div className="grid grid-cols-2 gap-1.5 rounded-md border border-line p-2">
          {eventKinds.map((kind) => (
            <CheckField
              key={kind}
              label={wordsOf(kind)}
              checked={kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.currentTarget.checked)}
            />
          ))}
        </div>
      )}
      {missing && <p className="text-xs text-warn">{t('studio.chooseKinds')}</p>}
      <FormActs
        act={webhook ? t('common.save') : t('studio.addWebhook')}
        {...form}
        disabled={missing}
        onCancel={onClose}
      />
    </form>
  );
}

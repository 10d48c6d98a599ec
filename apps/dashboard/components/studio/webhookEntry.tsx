'use client';

import { useState, type ReactElement } from 'react';
import { Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge, Button, ConfirmDialog, Panel, useToasts } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { useWebhookActs, type Webhook } from '#lib/api/webhooks.ts';
import { useKindWords } from './kindWords.ts';
import { WebhookDialog } from './webhookDialog.tsx';
import { WebhookMessages } from './webhookMessages.tsx';

/** One webhook: what it is told, how it fares, and its messages when somebody wants to see them. */
export function WebhookEntry({ webhook }: { readonly webhook: Webhook }): ReactElement {
  const t = useTranslations('studio');
  const wordsOf = useKindWords();
  const [log, setLog] = useState(false);
  return (
    <Panel
      title={
        <span className="font-mono text-sm" title={webhook.url}>
          {webhook.url}
        </span>
      }
      acts={<WebhookState webhook={webhook} />}
    >
      <div className="flex flex-col gap-3 p-3">
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-dim">{t('hears')}</span>
          {webhook.kinds.length === 0 && <Badge>{t('hearsAll')}</Badge>}
          {webhook.kinds.map((kind) => (
            <Badge key={kind}>{wordsOf(kind)}</Badge>
          ))}
        </div>
        {webhook.disabledReason !== null && (
          <p lang="en" className="wrap-anywhere text-dim">
            {webhook.disabledReason}
          </p>
        )}
        {webhook.disabledAt === null && webhook.failures > 0 && (
          <p className="text-warn">{t('failedTries', { count: webhook.failures })}</p>
        )}
        <WebhookActs webhook={webhook} onTested={() => setLog(true)} />
      </div>
      <details
        open={log}
        onToggle={(event) => setLog(event.currentTarget.open)}
        className="border-t border-line/60"
      >
        <summary className="px-3 py-2">{t('messages')}</summary>
        {log && <WebhookMessages webhook={webhook.id} />}
      </details>
    </Panel>
  );
}

function WebhookState({ webhook: { disabledAt } }: { readonly webhook: Webhook }): ReactElement {
  const t = useTranslations('studio');
  const { dateTime } = useFormatter();
  if (disabledAt === null) return <Badge tone="good">{t('on')}</Badge>;
  const at = dateTime(new Date(disabledAt), { dateStyle: 'medium', timeStyle: 'short' });
  return <Badge tone="warn">{t('offSince', { at })}</Badge>;
}

interface WebhookActsProps {
  readonly webhook: Webhook;
  readonly onTested: () => void;
}

function WebhookActs({ webhook, onTested }: WebhookActsProps): ReactElement {
  const t = useTranslations();
  const may = useMay();
  const { test, change, remove } = useWebhookActs();
  const { say, fail } = useToasts();
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const [testing, setTesting] = useState(false);
  const close = (): void => setAsked(null);
  const isOn = webhook.disabledAt === null;
  const turn = async (from: Webhook, enabled: boolean): Promise<void> => {
    const turned = await change(from, { enabled });
    const text = t(enabled ? 'studio.turnedOn' : 'studio.turnedOff');
    say({ text, undo: () => turn(turned, !enabled).catch(fail) });
  };
  const send = async (): Promise<void> => {
    setTesting(true);
    await test(webhook.id).then(onTested, fail);
    setTesting(false);
  };
  const denied = may('webhooks:edit') ? {} : { disabled: true, title: t('common.notAllowed') };
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={Send} busy={testing} onClick={() => void send()} {...denied}>
        {t('studio.sendTest')}
      </Button>
      <Button icon={Pencil} onClick={() => setAsked('edit')} {...denied}>
        {t('studio.change')}
      </Button>
      <Button icon={Power} onClick={() => void turn(webhook, !isOn).catch(fail)} {...denied}>
        {t(isOn ? 'studio.turnOff' : 'studio.turnOn')}
      </Button>
      <Button
        kind="quiet"
        icon={Trash2}
        onClick={() => setAsked('delete')}
        disabled={!may('webhooks:delete')}
      >
        {t('common.delete')}
      </Button>
      {asked === 'edit' && <WebhookDialog webhook={webhook} onClose={close} />}
      <ConfirmDialog
        open={asked === 'delete'}
        onClose={close}
        title={t('studio.deleteWebhookTitle')}
        act={t('common.delete')}
        onConfirm={() => remove(webhook.id)}
      >
        <span className="wrap-anywhere">{t('studio.deleteWebhookText', { url: webhook.url })}</span>
      </ConfirmDialog>
    </div>
  );
}

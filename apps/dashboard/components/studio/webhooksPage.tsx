'use client';

import { useState, type ReactElement } from 'react';
import { Plus, Webhook as Icon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Button, Empty, Page, Panel } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { useWebhooks } from '#lib/api/webhooks.ts';
import { WebhookDialog } from './webhookDialog.tsx';
import { WebhookEntry } from './webhookEntry.tsx';

/** Which other programs are told what happens. */
export function WebhooksPage(): ReactElement {
  const t = useTranslations('studio');
  const common = useTranslations('common');
  const mayMake = useMay()('webhooks:create');
  const [making, setMaking] = useState(false);
  const make = { keys: 'n', does: t('addWebhook'), run: () => setMaking(true) };
  useShortcuts('webhooks', t('webhooks'), mayMake ? [make] : []);
  return (
    <Page
      title={t('webhooks')}
      acts={
        <Button
          kind="main"
          icon={Plus}
          disabled={!mayMake}
          title={mayMake ? undefined : common('notAllowed')}
          onClick={() => setMaking(true)}
        >
          {t('addWebhook')}
        </Button>
      }
    >
      <p className="max-w-3xl text-dim">{t('webhooksText')}</p>
      <Await of={useWebhooks()}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Panel>
              <Empty icon={Icon} title={t('noWebhooks')}>
                <p>{t('noWebhooksHint')}</p>
              </Empty>
            </Panel>
          ) : (
            webhooks.map((webhook) => <WebhookEntry key={webhook.id} webhook={webhook} />)
          )
        }
      </Await>
      {making && <WebhookDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}

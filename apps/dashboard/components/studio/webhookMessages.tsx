'use client';

import { useState, type ReactElement } from 'react';
import { FileText, RotateCcw } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import {
  Await,
  Badge,
  Button,
  Dialog,
  Empty,
  IconButton,
  Table,
  useToasts,
  type Tone,
  ShowMore,
} from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { useWebhookActs, useWebhookMessages, type WebhookMessage } from '#lib/api/webhooks.ts';
import { useKindWords } from './kindWords.ts';
import { prettyJson } from './prettyJson.ts';

const TONES: Readonly<Record<WebhookMessage['state'], Tone>> = {
  waiting: 'accent',
  delivered: 'good',
  failed: 'bad',
};

const MOMENT = { dateStyle: 'medium', timeStyle: 'medium' } as const;

/** What a webhook was told and what came of it, the newest first. */
export function WebhookMessages({ webhook }: { readonly webhook: string }): ReactElement {
  const t = useTranslations('studio');
  const { dateTime } = useFormatter();
  const wordsOf = useKindWords();
  const messages = useWebhookMessages(webhook);
  const [shown, setShown] = useState<WebhookMessage | null>(null);
  return (
    <>
      <Await of={messages}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('noMessages')} />
          ) : (
            <Table
              label={t('messages')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: t('sentAt'),
                  className: 'whitespace-nowrap tabular-nums',
                  show: ({ madeAt }) => dateTime(new Date(madeAt), MOMENT),
                },
                { name: t('subject'), show: ({ kind }) => wordsOf(kind) },
                {
                  name: t('outcome'),
                  className: 'max-w-96',
                  show: (message) => <Outcome message={message} />,
                },
                {
                  name: t('acts'),
                  className: 'text-right whitespace-nowrap',
                  show: (message) => (
                    <>
                      <IconButton
                        icon={FileText}
                        label={`${t('showBody')}: ${wordsOf(message.kind)}`}
                        onClick={() => setShown(message)}
                      />
                      <SendAgain webhook={webhook} message={message} />
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Await>
      <ShowMore of={messages} />
      {shown && (
        <Dialog open wide onClose={() => setShown(null)} title={t('showBody')}>
          <pre className="overflow-auto font-mono text-xs">{prettyJson(shown.body)}</pre>
        </Dialog>
      )}
    </>
  );
}

function Outcome({ message }: { readonly message: WebhookMessage }): ReactElement {
  const t = useTranslations('studio');
  const { dateTime } = useFormatter();
  const { state, status, milliseconds, attempts, nextAt, problem } = message;
  const facts = [
    status !== null && t('answered', { status, milliseconds: milliseconds ?? 0 }),
    attempts > 1 && t('tries', { count: attempts }),
    state === 'waiting' &&
      nextAt !== null &&
      attempts > 0 &&
      t('nextTry', { at: dateTime(new Date(nextAt), MOMENT) }),
  ].filter((fact) => fact !== false);
  return (
    <div className="flex flex-col gap-0.5">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={TONES[state]}>{t(`message-${state}`)}</Badge>
        <span className="text-dim">{facts.join(' · ')}</span>
      </div>
      {problem !== null && status === null && (
        <p lang="en" className="wrap-anywhere text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

interface SendAgainProps {
  readonly webhook: string;
  readonly message: WebhookMessage;
}

function SendAgain({ webhook, message }: SendAgainProps): ReactElement {
  const t = useTranslations('studio');
  const { sendAgain } = useWebhookActs();
  const { fail } = useToasts();
  const allowed = useMay()('webhooks:edit');
  const [busy, setBusy] = useState(false);
  const isUnderWay = message.state === 'waiting' && message.attempts === 0;
  const send = async (): Promise<void> => {
    setBusy(true);
    await sendAgain(webhook, message.id).catch(fail);
    setBusy(false);
  };
  return (
    <Button
      kind="quiet"
      icon={RotateCcw}
      busy={busy}
      disabled={!allowed || isUnderWay}
      onClick={() => void send()}
    >
      {t('sendAgain')}
    </Button>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { Download } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import {
  Badge,
  CopyButton,
  LinkButton,
  Progress,
  ProblemNote,
  Table,
  type Tone,
} from '#components/ui/index.ts';
import { deliveryFileUrl, type Delivery } from '#lib/api/deliveries.ts';
import type { JobNews } from '#lib/api/live.ts';
import { useMeasures } from '#lib/upload/index.ts';

const STATES: Readonly<
  Record<Delivery['state'], readonly [word: 'making' | 'done' | 'broken' | 'cancelled', tone: Tone]>
> = {
  making: ['making', 'accent'],
  ready: ['done', 'good'],
  failed: ['broken', 'bad'],
  cancelled: ['cancelled', 'plain'],
};

interface DeliveryEntryProps {
  readonly delivery: Delivery;
  /** How far its jobs are, while it is being made. */
  readonly news: readonly JobNews[];
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** One package: how far it is, what is in it, with sums. */
export function DeliveryEntry({ delivery, news, children }: DeliveryEntryProps): ReactElement {
  const t = useTranslations('deliver');
  const format = useFormatter();
  const [word, tone] = STATES[delivery.state];
  return (
    <li className="flex flex-col gap-2 border-b border-line/60 p-3 last:border-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3>{t('number', { number: delivery.number })}</h3>
        <Badge tone={tone}>{t(word)}</Badge>
        <span className="text-dim">
          {t(delivery.profile)} · {t('changed', { count: delivery.takes.length })} ·{' '}
          {format.dateTime(new Date(delivery.madeAt), { dateStyle: 'medium', timeStyle: 'short' })}
        </span>
      </div>
      {delivery.originalShots.length > 0 && (
        <p className="text-dim">{t('original', { count: delivery.originalShots.length })}</p>
      )}
      {delivery.problem !== null && <ProblemNote error={new Error(delivery.problem)} />}
      {delivery.state === 'making' && <Making news={news} />}
      {delivery.files.length > 0 && <Files delivery={delivery} />}
      {children}
    </li>
  );
}

function Making({ news }: { readonly news: readonly JobNews[] }): ReactElement {
  const t = useTranslations('deliver');
  if (news.length === 0) return <Progress label={t('making')} />;
  return (
    <ul className="flex flex-col gap-1">
      {news.map(({ job, stage, done, total }) => (
        <li key={job} className="flex items-center gap-2">
          <span className="w-40 text-dim">{t('stage', { stage })}</span>
          <Progress label={t('stage', { stage })} share={total === null ? null : done / total} />
        </li>
      ))}
    </ul>
  );
}

function Files({ delivery: { id, files } }: Pick<DeliveryEntryProps, 'delivery'>): ReactElement {
  const t = useTranslations('deliver');
  const measures = useMeasures();
  return (
    <Table
      label={t('files')}
      rows={files}
      keyOf={({ name }) => name}
      columns={[
        { name: t('file'), show: ({ name }) => <span className="wrap-anywhere">{name}</span> },
        {
          name: t('size'),
          className: 'whitespace-nowrap',
          show: ({ bytes }) => measures.size(bytes),
        },
        {
          name: t('sum'),
          show: ({ name, sha256 }) => (
            <span className="flex items-center gap-1">
              <code className="font-mono text-xs text-dim" title={sha256}>
                {sha256.slice(0, 16)}…
              </code>
              <CopyButton small text={sha256} what={t('copySum', { name })} />
            </span>
          ),
        },
        {
          name: t('download'),
          show: ({ name }) => (
            <LinkButton href={deliveryFileUrl(id, name)} icon={Download} download>
              {t('download')}
              <span className="sr-only">{name}</span>
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

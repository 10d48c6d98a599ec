'use client';

import type { ReactElement } from 'react';
import { Package } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Empty, Page, Panel, ShowMore } from '#components/ui/index.ts';
import { useDeliveries } from '#lib/api/deliveries.ts';
import { useJobNews } from '#lib/api/jobNews.ts';
import { useTitleSummary } from '#lib/api/overview.ts';
import { usePlanInFull, usePlansOfDub } from '#lib/api/planLines.ts';
import { useMissingRights } from '#lib/api/rights.ts';
import { useMay } from '#lib/api/session.ts';
import { useDub, type Dub } from '#lib/api/titles.ts';
import { BecomeSource } from './becomeSource.tsx';
import { DeliveryEntry } from './deliveryEntry.tsx';
import { DeliveryForm } from './deliveryForm.tsx';
import { ReadinessPanel } from './readinessPanel.tsx';

interface DeliverPageProps {
  readonly title: string;
  readonly dub: string;
}

const NOTHING = { planned: 0, rendering: 0, failed: 0, toReview: 0, approved: 0, sentBack: 0 };

/** What is missing, what is to be made, and what was made. */
export function DeliverPage({ title, dub }: DeliverPageProps): ReactElement {
  const t = useTranslations('deliver');
  const may = useMay();
  const summary = useTitleSummary(title);
  const [rights] = useMissingRights([dub], may('rights:read'));
  const plans = usePlansOfDub(dub, may('plans:read'));
  const plan = usePlanInFull(plans.data?.ready?.id);
  const kind = useDub(dub).data?.kind ?? 'dub';
  return (
    <Page title={t('title')}>
      <Await of={summary}>
        {({ dubs }) => {
          const standing = dubs.find((each) => each.dub === dub)?.shots ?? NOTHING;
          return (
            <>
              <ReadinessPanel
                {...{ title, dub, kind, standing }}
                missingRights={rights.missing}
                outdated={plan.data?.outdated ?? false}
              />
              {may('deliveries:create') && (
                <DeliveryForm {...{ dub, kind }} incomplete={standing.approved < standing.planned} />
              )}
            </>
          );
        }}
      </Await>
      <Deliveries {...{ title, dub, kind }} />
    </Page>
  );
}

function Deliveries({ title, dub, kind }: DeliverPageProps & Pick<Dub, 'kind'>): ReactElement {
  const t = useTranslations('deliver');
  const deliveries = useDeliveries(dub);
  const news = [...useJobNews().values()];
  return (
    <Panel title={t('deliveries')}>
      <Await of={deliveries}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon={Package} title={t('none')} />
          ) : (
            <ul>
              {items.map((delivery) => (
                <DeliveryEntry
                  key={delivery.id}
                  delivery={delivery}
                  news={news.filter(({ run }) => run === delivery.run)}
                >
                  {kind === 'replacement' && delivery.state === 'ready' && (
                    <BecomeSource title={title} delivery={delivery} />
                  )}
                </DeliveryEntry>
              ))}
            </ul>
          )
        }
      </Await>
      <ShowMore of={deliveries} />
    </Panel>
  );
}

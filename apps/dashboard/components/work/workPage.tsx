'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '#components/ui/index.ts';
import { useMay } from '#lib/api/session.ts';
import { EndedPanel } from './endedPanel.tsx';
import { QueuePanel } from './queuePanel.tsx';
import { WorkersPanel } from './workersPanel.tsx';

/** The workers, what they do, what waits for them and what has ended. */
export function WorkPage(): ReactElement {
  const t = useTranslations('work');
  const may = useMay();
  return (
    <Page title={t('workersAndQueue')}>
      <WorkersPanel />
      {may('runs:read') && (
        <>
          <QueuePanel />
          <EndedPanel />
        </>
      )}
    </Page>
  );
}

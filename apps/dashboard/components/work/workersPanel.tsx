'use client';

import { useState, type ReactElement } from 'react';
import { Cpu } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, CheckField, Empty, Panel } from '#components/ui/index.ts';
import { useWorkers } from '#lib/api/workers.ts';
import { WorkerEntry } from './workerEntry.tsx';

/** Who works, on what, and how far. */
export function WorkersPanel(): ReactElement {
  const t = useTranslations('work');
  const [ended, setEnded] = useState(false);
  const workers = useWorkers(ended);
  return (
    <Panel
      title={t('workers')}
      acts={
        <CheckField
          label={t('showEnded')}
          checked={ended}
          onChange={(event) => setEnded(event.currentTarget.checked)}
        />
      }
    >
      <Await of={workers}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={Cpu} title={t('noWorkers')}>
              <p>{t('noWorkersHint')}</p>
            </Empty>
          ) : (
            <ul>
              {all.map((worker) => (
                <WorkerEntry key={worker.id} worker={worker} />
              ))}
            </ul>
          )
        }
      </Await>
    </Panel>
  );
}

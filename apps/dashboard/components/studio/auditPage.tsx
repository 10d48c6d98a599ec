'use client';

import { useState, type ReactElement } from 'react';
import { RefreshCw, ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Button, Empty, SelectField, ShowMore, TextField, VirtualRows } from '#components/ui/index.ts';
import { useAudit, type AuditEntry } from '#lib/api/audit.ts';
import { usePeople } from '#lib/api/people.ts';
import { AuditDetails } from './auditDetails.tsx';
import { AUDIT_GRID, AuditRow } from './auditRow.tsx';
import { entriesWith } from './auditThings.ts';
import { useAuditWords } from './auditWords.ts';

/** In pixels. */
const ROW = 34;

const NOTHING: readonly AuditEntry[] = [];

/** Who did what to what, and when: the newest first, more as one scrolls. */
export function AuditPage(): ReactElement {
  const t = useTranslations('studio');
  const [person, setPerson] = useState('');
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState<AuditEntry | null>(null);
  const { data: people = [] } = usePeople();
  const audit = useAudit(person || undefined);
  const wordsOf = useAuditWords(audit.data ?? NOTHING);
  const found =
    audit.data &&
    entriesWith(audit.data, wanted, (entry) => [entry.act, ...Object.values(wordsOf(entry))].join('\n'));
  return (
    <div className="mx-auto flex h-full w-full max-w-6xl flex-col gap-3 p-4">
      <div className="flex items-end gap-3">
        <h1 className="mr-auto">{t('audit')}</h1>
        <div className="w-56">
          <TextField
            type="search"
            label={t('auditFilter')}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        </div>
        <div className="w-48">
          <SelectField
            label={t('who')}
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
          >
            <option value="">{t('everybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button icon={RefreshCw} onClick={() => void audit.refetch()}>
          {t('refresh')}
        </Button>
      </div>
      <section className="flex min-h-64 flex-1 flex-col rounded-md border border-line bg-panel">
        <div aria-hidden className={`${AUDIT_GRID} border-b border-line py-1.5 font-medium text-dim`}>
          {(['when', 'who', 'did', 'toWhat'] as const).map((head) => (
            <span key={head}>{t(head)}</span>
          ))}
        </div>
        <Await of={{ ...audit, data: found }}>
          {(entries) =>
            entries.length === 0 ? (
              <>
                <Empty icon={ScrollText} title={t(audit.data?.length === 0 ? 'noAudit' : 'noAuditFound')} />
                <ShowMore of={audit} />
              </>
            ) : (
              <VirtualRows
                label={t('audit')}
                rows={entries}
                rowHeight={ROW}
                keyOf={({ id }) => id}
                show={(entry) => (
                  <AuditRow entry={entry} words={wordsOf(entry)} onDetails={() => setShown(entry)} />
                )}
                onNearEnd={audit.more ?? undefined}
                className="flex-1"
              />
            )
          }
        </Await>
      </section>
      <p role="status" className="text-xs text-dim">
        {audit.data && t('auditLoaded', { count: audit.data.length })}
      </p>
      {shown && <AuditDetails entry={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

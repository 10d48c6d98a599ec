'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#components/ui/index.ts';
import type { AuditEntry } from '#lib/api/audit.ts';
import { useDoneWords } from './auditWords.ts';

interface AuditDetailsProps {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

/** All that was noted of something that was done. */
export function AuditDetails({ entry, onClose }: AuditDetailsProps): ReactElement {
  const t = useTranslations('studio');
  const wordsOf = useDoneWords();
  const { act, thing, token, request, detail } = entry;
  const facts = [
    [t('routeName'), act],
    [t('thingId'), thing],
    [t('tokenId'), token],
    [t('requestId'), request],
  ] as const;
  return (
    <Dialog open wide onClose={onClose} title={wordsOf(act)}>
      <dl className="grid grid-cols-[10rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className="contents">
                <dt className="text-dim">{name}</dt>
                <dd className="font-mono text-xs wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
        <dt className="text-dim">{t('whatWasSent')}</dt>
        <dd className="min-w-0">
          {Object.keys(detail).length === 0 ? (
            t('nothingSent')
          ) : (
            <pre className="font-mono text-xs wrap-anywhere whitespace-pre-wrap">
              {JSON.stringify(detail, null, 2)}
            </pre>
          )}
        </dd>
      </dl>
    </Dialog>
  );
}

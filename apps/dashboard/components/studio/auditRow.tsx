'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { Info } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge, IconButton } from '#components/ui/index.ts';
import type { AuditEntry } from '#lib/api/audit.ts';
import { placeOfThing } from './auditThings.ts';
import type { AuditWords } from './auditWords.ts';

/** How an entry's parts stand beside each other. */
export const AUDIT_GRID =
  'grid grid-cols-[13rem_minmax(8rem,12rem)_minmax(10rem,1fr)_minmax(8rem,1fr)_2rem] items-center gap-3 px-3';

interface AuditRowProps {
  readonly entry: AuditEntry;
  readonly words: AuditWords;
  readonly onDetails: () => void;
}

/** One entry of the audit log. */
export function AuditRow({ entry, words: { who, did, toWhat }, onDetails }: AuditRowProps): ReactElement {
  const t = useTranslations('studio');
  const { dateTime } = useFormatter();
  const at = dateTime(new Date(entry.at), { dateStyle: 'medium', timeStyle: 'medium' });
  const place = placeOfThing(entry);
  return (
    <div className={`${AUDIT_GRID} h-full border-b border-line/60 hover:bg-raised`}>
      <time dateTime={entry.at} className="truncate text-dim tabular-nums">
        {at}
      </time>
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate" title={who}>
          {who}
        </span>
        {entry.token !== null && <Badge>{t('byToken')}</Badge>}
      </span>
      <span className="truncate" title={entry.act}>
        {did}
      </span>
      {place === null ? (
        <span className="truncate text-dim" title={toWhat}>
          {toWhat}
        </span>
      ) : (
        <Link href={place} className="truncate underline-offset-2 hover:underline" title={toWhat}>
          {toWhat || t('lookAtIt')}
        </Link>
      )}
      <IconButton icon={Info} label={`${t('details')}: ${did}, ${at}`} onClick={onDetails} />
    </div>
  );
}

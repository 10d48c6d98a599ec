'use client';

import type { ReactElement } from 'react';
import Link from 'next/link';
import { Info } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge, IconButton } from '#components/ui/index.ts';
import type { AuditEntry } from '#lib/api/audit.ts';
import { nameOfThing, placeOfThing, useAuditWords } from './auditWords.ts';

/** How an entry's parts stand beside each other. */
export const AUDIT_GRID =
  'grid grid-cols-[11rem_minmax(8rem,12rem)_minmax(10rem,1fr)_minmax(8rem,1fr)_2rem] items-center gap-3 px-3';

interface AuditRowProps {
  readonly entry: AuditEntry;
  /** Who did it. */
  readonly who: string;
  readonly onDetails: () => void;
}

/** One entry of the audit log. */
export function AuditRow({ entry, who, onDetails }: AuditRowProps): ReactElement {
  const t = useTranslations('studio');
  const { dateTime } = useFormatter();
  const wordsOf = useAuditWords();
  const at = dateTime(new Date(entry.at), { dateStyle: 'short', timeStyle: 'medium' });
  const words = wordsOf(entry.act);
  const place = placeOfThing(entry);
  const thing = nameOfThing(entry) ?? entry.thing?.slice(-12) ?? '';
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
        {words}
      </span>
      {place === null ? (
        <span className="truncate text-dim" title={thing}>
          {thing}
        </span>
      ) : (
        <Link href={place} className="truncate underline-offset-2 hover:underline" title={thing}>
          {thing}
        </Link>
      )}
      <IconButton icon={Info} label={`${t('details')}: ${words}, ${at}`} onClick={onDetails} />
    </div>
  );
}

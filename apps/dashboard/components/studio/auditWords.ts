import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AuditEntry } from '#lib/api/audit.ts';
import { usePeople } from '#lib/api/people.ts';
import { namesOfThings, thingInWords } from './auditThings.ts';

/** An entry of the audit log in the words of people. */
export interface AuditWords {
  readonly who: string;
  readonly did: string;
  /** What it was done to, where that has a name. */
  readonly toWhat: string;
}

/** Says what was done in the words of people; by the name of the route where there are none. */
export function useDoneWords(): (act: string) => string {
  const t = useTranslations('studio');
  return (act) => {
    const key = `did-${act.replaceAll('.', '-')}` as 'did-titles-create';
    return t.has(key) ? t(key) : act;
  };
}

/** Puts entries into words; what earlier ones told of a thing names it in later ones. */
export function useAuditWords(entries: readonly AuditEntry[]): (entry: AuditEntry) => AuditWords {
  const t = useTranslations('studio');
  const locale = useLocale();
  const { data: people } = usePeople();
  const did = useDoneWords();
  const names = useMemo(() => namesOfThings(entries, people ?? [], locale), [entries, people, locale]);
  const who = ({ person }: AuditEntry): string =>
    person === null ? t('theService') : (names.get(person) ?? t('somebodyGone'));
  return (entry) => ({ who: who(entry), did: did(entry.act), toWhat: thingInWords(entry, names, locale) });
}

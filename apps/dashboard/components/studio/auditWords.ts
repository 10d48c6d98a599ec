import { useTranslations } from 'use-intl';
import type { AuditEntry } from '#lib/api/audit.ts';

/** Says what was done in the words of people; by the name of the route where there are none. */
export function useAuditWords(): (act: string) => string {
  const t = useTranslations('studio');
  return (act) => {
    const key = `did-${act.replaceAll('.', '-')}` as 'did-titles-create';
    return t.has(key) ? t(key) : act;
  };
}

/** What names a thing among what was sent about it, the most telling first. */
const NAMES = [
  'name',
  'email',
  'language',
  'url',
  'text',
  'reason',
  'state',
  'verdict',
  'profile',
  'act',
] as const;

/** What something was done to, as far as what was sent tells it: a name, an address, a language. */
export function nameOfThing({ detail }: Pick<AuditEntry, 'detail'>): string | null {
  for (const field of NAMES) {
    const value = detail[field];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** Where one can look at what something was done to; `null` where there is no page for it. */
export function placeOfThing({ act, thing }: Pick<AuditEntry, 'act' | 'thing'>): string | null {
  const [noun, verb] = act.split('.');
  if (thing === null || verb === 'delete') return null;
  if (noun === 'titles') return `/titles/${thing}`;
  if (noun === 'runs') return `/work/${thing}`;
  return null;
}

/** Entries in whose words a text occurs, whatever its capitals; all of them for no text. */
export function entriesWith<Entry>(
  entries: readonly Entry[],
  wanted: string,
  wordsOf: (entry: Entry) => string,
): readonly Entry[] {
  const text = wanted.trim().toLowerCase();
  return text === '' ? entries : entries.filter((entry) => wordsOf(entry).toLowerCase().includes(text));
}

import type { AuditEntry } from '#lib/api/audit.ts';
import type { Person } from '#lib/api/people.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';

/** What names a thing among what was sent about it, the most telling first. */
const NAMES = ['name', 'email', 'url'] as const;

/** What tells about an act, where nothing names the thing. */
const TELLING = ['text', 'reason', 'signer', 'profile'] as const;

function textIn({ detail }: AuditEntry, fields: readonly string[]): string | undefined {
  const said = fields
    .map((field) => detail[field])
    .find((value) => typeof value === 'string' && value !== '');
  return said as string | undefined;
}

/** What was sent is kept as it was sent, also what is no language. */
function languageIn({ detail: { language } }: AuditEntry, inLanguage: string): string | undefined {
  if (typeof language !== 'string') return undefined;
  try {
    return nameOfLanguage(language, inLanguage);
  } catch {
    return language;
  }
}

const ownName = (entry: AuditEntry, inLanguage: string): string | undefined =>
  textIn(entry, NAMES) ?? languageIn(entry, inLanguage);

/** How things are called: people by their names, others as the latest of these entries called them. */
export function namesOfThings(
  entries: readonly AuditEntry[],
  people: readonly Pick<Person, 'id' | 'name'>[],
  inLanguage: string,
): ReadonlyMap<string, string> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const entry of entries) {
    const name = ownName(entry, inLanguage);
    if (entry.thing !== null && name !== undefined && !names.has(entry.thing)) names.set(entry.thing, name);
  }
  return names;
}

/** What something was done to, in words: nothing where one did it to oneself or where nobody knows a name. */
export function thingInWords(
  entry: AuditEntry,
  names: ReadonlyMap<string, string>,
  inLanguage: string,
): string {
  if (entry.thing === entry.person) return '';
  const known = entry.thing === null ? undefined : names.get(entry.thing);
  return ownName(entry, inLanguage) ?? known ?? textIn(entry, TELLING) ?? '';
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

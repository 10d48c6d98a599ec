import { describe, expect, it } from 'vitest';
import {
  entriesWith,
  namesOfThings,
  placeOfThing,
  thingInWords,
} from '../../../apps/dashboard/components/studio/auditThings.ts';
import type { AuditEntry } from '../../../apps/dashboard/lib/api/audit.ts';

const entry = (act: string, thing: string | null, detail: object = {}, person: string | null = 'ana') =>
  ({ act, thing, detail, person }) as AuditEntry;

describe('what something was done to', () => {
  const entries = [
    entry('titles.delete', 'film'),
    entry('titles.edit', 'film', { name: 'Blue Harbour' }),
    entry('titles.create', 'film', { name: 'Harbour' }),
    entry('dubs.create', 'dub', { language: 'es-419' }),
    entry('people.delete', 'joe'),
  ];
  const names = namesOfThings(entries, [{ id: 'joe', name: 'Joe' }], 'en');
  const words = (each: AuditEntry): string => thingInWords(each, names, 'en');

  it('is called as it was called last, also where only its id is told', () => {
    expect(words(entries[0])).toBe('Blue Harbour');
    expect(words(entries[2])).toBe('Harbour');
    expect(words(entries[3])).toBe('Latin American Spanish');
    expect(words(entries[4])).toBe('Joe');
  });

  it('is not told where one did it to oneself, and is what was said where it has no name', () => {
    expect(words(entry('session.create', 'ana'))).toBe('');
    expect(words(entry('runs.retry', 'run', { reason: 'There is room again.' }))).toBe(
      'There is room again.',
    );
    expect(words(entry('plans.create', 'unknown'))).toBe('');
  });

  it('survives a language that is none', () => {
    expect(thingInWords(entry('dubs.create', 'x', { language: 'not a language' }), names, 'en')).toBe(
      'not a language',
    );
  });

  it('can be looked at where there is a page for it, unless it is gone', () => {
    expect(placeOfThing(entry('titles.edit', 'film'))).toBe('/titles/film');
    expect(placeOfThing(entry('runs.cancel', 'run'))).toBe('/work/run');
    expect(placeOfThing(entry('titles.delete', 'film'))).toBeNull();
    expect(placeOfThing(entry('session.create', 'ana'))).toBeNull();
  });
});

describe('finding in the audit log', () => {
  it('looks into the words, whatever their capitals', () => {
    const words = ['Title made', 'Signed in'];
    expect(entriesWith(words, ' title ', (word) => word)).toEqual(['Title made']);
    expect(entriesWith(words, ' ', (word) => word)).toEqual(words);
  });
});

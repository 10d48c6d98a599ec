import { describe, expect, it } from 'vitest';
import { clashes, differencesOf } from '../../../apps/dashboard/components/lines/conflict.ts';
import { line } from '../dub/someLines.ts';

describe('two people who change the same line', () => {
  const theirs = line({ text: 'Otra cosa.', version: 2 });

  it('are shown what differs, and nothing else', () => {
    expect(differencesOf({ mine: { text: 'Mi cosa.', offScreen: false }, theirs })).toEqual(['text']);
    expect(differencesOf({ mine: { text: 'Otra cosa.' }, theirs })).toEqual([]);
    expect(differencesOf({ mine: { times: null, character: 'mira' }, theirs })).toEqual([
      'times',
      'character',
    ]);
    expect(differencesOf({ mine: { settings: { offset: 0.1 } }, theirs })).toEqual(['settings']);
  });

  it('are shown nothing where the line is gone', () => {
    expect(differencesOf({ mine: { text: 'Mi cosa.' }, theirs: undefined })).toEqual([]);
  });

  it('are asked only when both changed the same of it', () => {
    const before = line({ text: 'Una cosa.' });
    expect(clashes({ line: before, mine: { offScreen: true }, theirs })).toBe(false);
    expect(clashes({ line: before, mine: { text: 'Mi cosa.' }, theirs })).toBe(true);
    expect(clashes({ line: before, mine: { text: 'Otra cosa.' }, theirs })).toBe(false);
    expect(clashes({ line: before, mine: { settings: { offset: 0.1 } }, theirs })).toBe(false);
    const bent = { ...theirs, settings: { ...theirs.settings, offset: 0.3 } };
    expect(clashes({ line: before, mine: { settings: { offset: 0.1 } }, theirs: bent })).toBe(true);
  });
});

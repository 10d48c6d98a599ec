import { describe, expect, it } from 'vitest';
import { heardLanguages } from '../../../apps/dashboard/components/pronunciation/dubbedInto.ts';
import { partsOf, saidOf } from '../../../apps/dashboard/components/pronunciation/saidForm.ts';

describe('how a word is said, in a form', () => {
  it.each([
    ['Shuh-VAWN', { way: 'respelt', text: 'Shuh-VAWN', language: '' }],
    ['/ʃɪˈvɔːn/', { way: 'ipa', text: 'ʃɪˈvɔːn', language: '' }],
    ['de:', { way: 'language', text: '', language: 'de' }],
    ['pt-BR:Xuxa', { way: 'language', text: 'Xuxa', language: 'pt-BR' }],
  ] as const)('%s comes back as it was', (said, parts) => {
    expect(partsOf(said)).toEqual(parts);
    expect(saidOf(parts)).toBe(said);
  });

  it('is nothing while something is missing, and has its slashes once', () => {
    expect(saidOf({ way: 'language', text: 'Xuxa', language: '' })).toBe('');
    expect(saidOf({ way: 'ipa', text: ' ', language: '' })).toBe('');
    expect(saidOf({ way: 'ipa', text: '/aː/', language: '' })).toBe('/aː/');
  });
});

it('a title is heard in its dubs’ languages first, then its own, each once', () => {
  const entries = [{ language: 'pl' }, { language: null }, { language: 'de' }];
  expect(heardLanguages('en', [{ language: 'de' }, { language: 'fr' }], entries)).toEqual([
    'de',
    'fr',
    'en',
    'pl',
  ]);
});

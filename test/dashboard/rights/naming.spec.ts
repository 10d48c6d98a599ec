import { describe, expect, it } from 'vitest';
import { commonLanguages, languageTag } from '../../../apps/dashboard/components/rights/commonLanguages.ts';
import {
  allTerritories,
  readNamed,
  territoryCode,
} from '../../../apps/dashboard/components/rights/territories.ts';

describe('the territories that are offered', () => {
  const territories = allTerritories('en');
  const codes = new Set(territories.map(({ code }) => code));

  it('are countries of today', () => {
    expect([...['BR', 'DE', 'GB', 'MX', 'US'].filter((code) => codes.has(code))]).toHaveLength(5);
    expect(['EU', 'UN', 'ZZ', 'DD', 'SU', 'UK', 'AA'].filter((code) => codes.has(code))).toEqual([]);
    expect(territories.length).toBeGreaterThan(240);
  });

  it('are found by name and by code, in whatever capitals', () => {
    expect(readNamed('brazil ', territories)).toBe('BR');
    expect(readNamed('br', territories)).toBe('BR');
    expect(readNamed('brésil', allTerritories('fr'))).toBe('BR');
    expect(readNamed('Atlantis', territories)).toBeUndefined();
  });

  it('may be others, by their code only', () => {
    expect(territoryCode(' xk ')).toBe('XK');
    expect(territoryCode('Kosovo')).toBeUndefined();
  });
});

describe('the languages that are offered', () => {
  it('are found by the name that the interface gives them', () => {
    expect(readNamed('latin american spanish', commonLanguages('en'))).toBe('es-419');
    expect(readNamed('Deutsch', commonLanguages('de'))).toBe('de');
  });

  it('may be others, by their tag', () => {
    expect(languageTag('PT-ao')).toBe('pt-AO');
    expect(languageTag('not a tag')).toBeUndefined();
  });
});

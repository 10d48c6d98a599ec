import { describe, expect, it } from 'vitest';
import { missingRights } from '../../../apps/backend/src/rights/checkRights.ts';
import {
  coverOf,
  daysLater,
  isFine,
  languageCovers,
  type Need,
} from '../../../apps/dashboard/components/rights/coverage.ts';
import type { RightsBasis } from '../../../apps/dashboard/lib/api/rights.ts';

const TODAY = '2026-06-15';

const basis = (changes: Partial<RightsBasis> = {}): RightsBasis => ({
  ...{ id: 'b', title: 't', performer: 'ana', kind: 'consent', extent: 'mouth', languages: ['es'] },
  ...{ territories: null, validFrom: '2026-01-01', validTo: null, signer: 'Ana', signedOn: '2025-12-20' },
  ...{ evidenceSha256: null, recordedBy: null, revokedAt: null, revokedBecause: null, revokedBy: null },
  ...{ madeAt: '2026-01-01T00:00:00Z', version: 1, ...changes },
});

const dubbedInto = (language: string): Need => ({ language, extent: 'mouth' });

const revoked = { revokedAt: '2026-03-01T10:00:00Z', revokedBecause: 'No more' };

const CASES: readonly (readonly [what: string, bases: RightsBasis[], language: string, standing: string])[] =
  [
    ['nothing', [], 'es', 'missing'],
    ['one for the language', [basis()], 'es', 'covered'],
    ['one for a wider language', [basis()], 'es-419', 'covered'],
    ['one for a narrower language', [basis({ languages: ['es-419'] })], 'es', 'elsewhere'],
    ['one for all languages', [basis({ languages: null })], 'ja', 'covered'],
    ['one that ends in ten days', [basis({ validTo: '2026-06-25' })], 'es', 'soon'],
    ['one that ends today', [basis({ validTo: TODAY })], 'es', 'soon'],
    ['one that ends next year', [basis({ validTo: '2027-06-25' })], 'es', 'covered'],
    ['one that ended yesterday', [basis({ validTo: '2026-06-14' })], 'es', 'ended'],
    ['one from tomorrow on', [basis({ validFrom: '2026-06-16' })], 'es', 'later'],
    ['a revoked one', [basis(revoked)], 'es', 'revoked'],
    ['a revoked one and a new one', [basis(), basis(revoked)], 'es', 'covered'],
    [
      'a revoked one for it and one for others',
      [basis({ languages: ['de'] }), basis(revoked)],
      'es',
      'revoked',
    ],
    [
      'one that ends soon and one without an end',
      [basis({ validTo: '2026-06-20' }), basis()],
      'es',
      'covered',
    ],
  ];

describe('how rights stand', () => {
  it.each(CASES)('with %s', (_, bases, language, standing) => {
    expect(coverOf(bases, dubbedInto(language), TODAY).standing).toBe(standing);
  });

  it.each(CASES)(
    'with %s, is fine exactly when the server lets the face be rendered',
    (_, bases, language) => {
      const rows = bases.map((each) => ({
        ...each,
        revokedAt: each.revokedAt === null ? null : new Date(each.revokedAt),
      }));
      const needed = {
        title: 'T',
        language,
        performers: [{ id: 'ana', name: 'Ana' }],
        extent: 'mouth',
      } as const;
      expect(isFine(coverOf(bases, dubbedInto(language), TODAY))).toBe(
        missingRights(needed, rows, TODAY).length === 0,
      );
    },
  );

  const FACES: readonly (readonly [what: string, bases: RightsBasis[], standing: string])[] = [
    ['nothing', [], 'missing'],
    ['one for the mouth', [basis()], 'mouth-only'],
    ['one for the whole face', [basis({ extent: 'whole-face' })], 'covered'],
    ['one of the estate', [basis({ kind: 'estate-consent', extent: 'whole-face' })], 'covered'],
    ['a contract', [basis({ kind: 'contract-exemption', extent: 'whole-face' })], 'covered'],
    [
      'a dubbing agreement, however wide',
      [basis({ kind: 'dubbing-agreement', extent: 'whole-face' })],
      'mouth-only',
    ],
    ['a revoked one', [basis({ extent: 'whole-face', ...revoked })], 'revoked'],
    [
      'one for the mouth and one that has ended',
      [basis(), basis({ extent: 'whole-face', validTo: '2026-06-14' })],
      'ended',
    ],
  ];

  it.each(FACES)('when a face is replaced, with %s', (_, bases, standing) => {
    const rows = bases.map((each) => ({
      ...each,
      revokedAt: each.revokedAt === null ? null : new Date(each.revokedAt),
    }));
    const need = { language: null, extent: 'whole-face' } as const;
    const cover = coverOf(bases, need, TODAY);
    expect(cover.standing).toBe(standing);
    const performers = [{ id: 'ana', name: 'Ana', role: 'shown' as const }];
    const missing = missingRights({ ...need, title: 'T', performers }, rows, TODAY);
    expect(isFine(cover)).toBe(missing.length === 0);
  });

  it('tell the day that decides it', () => {
    const two = [basis({ validTo: '2026-06-20' }), basis({ validTo: '2026-06-25' })];
    expect(coverOf(two, dubbedInto('es'), TODAY).day).toBe('2026-06-25');
    expect(coverOf([basis(revoked)], dubbedInto('es'), TODAY).day).toBe('2026-03-01');
    expect(coverOf([basis()], dubbedInto('es'), TODAY).day).toBeNull();
  });
});

describe('a language', () => {
  it('covers itself and what is narrower, however it is written', () => {
    expect(languageCovers('ES', 'es-mx')).toBe(true);
    expect(languageCovers('es', 'est')).toBe(false);
    expect(languageCovers('iw', 'he')).toBe(true);
  });
});

describe('a day', () => {
  it('is followed by others over the ends of months and years', () => {
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysLater('2028-02-28', 1)).toBe('2028-02-29');
  });
});

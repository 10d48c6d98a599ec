import { describe, expect, it } from 'vitest';
import { missingRights, type Basis, type Needed } from '../../../apps/backend/src/rights/checkRights.ts';
import { languageCovers } from '../../../apps/backend/src/rights/languageCovers.ts';

const TODAY = '2026-11-23';

const needed: Needed = {
  title: 'The Lighthouse',
  language: 'es-419',
  performers: [{ id: 'ana', name: 'Ana López' }],
  extent: 'mouth',
};

const basis: Basis = {
  performer: 'ana',
  kind: 'consent',
  extent: 'mouth',
  languages: null,
  territories: null,
  validFrom: '2026-01-01',
  validTo: null,
  revokedAt: null,
  revokedBecause: null,
};

const check = (changes: Partial<Basis>, wanted: Partial<Needed> = {}) =>
  missingRights({ ...needed, ...wanted }, [{ ...basis, ...changes }], TODAY);

describe('the check of rights', () => {
  it('finds nothing missing where a basis covers everything', () => {
    expect(check({})).toEqual([]);
    expect(check({ languages: ['es'], validTo: TODAY, validFrom: TODAY })).toEqual([]);
  });

  it('names performer, title and language where nothing is recorded', () => {
    expect(missingRights(needed, [{ ...basis, performer: 'ben' }], TODAY)).toEqual([
      {
        performer: 'ana',
        clause: 'basis',
        sentence:
          'Ana López has no recorded rights basis for “The Lighthouse”: record one that lets it be dubbed into Latin American Spanish (es-419).',
      },
    ]);
  });

  it.each([
    ['language', { languages: ['es-MX', 'pt'] }, {}, 'covers only Mexican Spanish (es-MX), Portuguese (pt)'],
    ['term', { validTo: '2026-11-22' }, {}, 'ended on 2026-11-22'],
    ['term', { validFrom: '2026-11-24' }, {}, 'holds only from 2026-11-24'],
    [
      'revoked',
      { revokedAt: new Date('2026-11-01T12:00:00Z'), revokedBecause: 'contract ended' },
      {},
      'was revoked on 2026-11-01 (contract ended)',
    ],
    ['extent', {}, { extent: 'whole-face' }, 'covers the mouth, not the whole face'],
    ['territory', { territories: ['ES'] }, { territories: ['ES', 'BR'] }, 'does not cover Brazil (BR)'],
  ] as const)('names the clause %s that is in the way', (clause, changes, wanted, what) => {
    const [missing, ...others] = check(changes, wanted);
    expect(others).toEqual([]);
    expect(missing.clause).toBe(clause);
    expect(missing.sentence).toContain(`The consent of Ana López for “The Lighthouse” ${what}: record one`);
    expect(missing.sentence).toContain('(es-419)');
  });

  it('lets a face be replaced only on a basis for the whole face that is no dubbing agreement', () => {
    const replacement: Needed = {
      ...needed,
      language: null,
      extent: 'whole-face',
      performers: [
        { id: 'ana', name: 'Ana López', role: 'replaced' },
        { id: 'ben', name: 'Ben Ortiz', role: 'shown' },
      ],
    };
    const signed = (changes: Partial<Basis>): Basis[] => [
      { ...basis, extent: 'whole-face', languages: ['de'] },
      { ...basis, performer: 'ben', extent: 'whole-face', ...changes },
    ];
    const told = (bases: readonly Basis[]): string[] =>
      missingRights(replacement, bases, TODAY).map(({ sentence }) => sentence);
    expect(told(signed({}))).toEqual([]);
    expect(told(signed({ kind: 'estate-consent' }))).toEqual([]);
    expect(told(signed({ kind: 'contract-exemption' }))).toEqual([]);
    expect(told(signed({ kind: 'dubbing-agreement' }))).toEqual([
      'The dubbing agreement of Ben Ortiz for “The Lighthouse” lets a mouth be dubbed, not a face be replaced: record one that lets the whole face be shown on another head.',
    ]);
    expect(told(signed({ extent: 'mouth' }))).toEqual([
      'The consent of Ben Ortiz for “The Lighthouse” covers the mouth, not the whole face: record one that lets the whole face be shown on another head.',
    ]);
    expect(told(signed({}).slice(1))).toEqual([
      'Ana López has no recorded rights basis for “The Lighthouse”: record one that lets the whole face be replaced.',
    ]);
  });

  it('needs one basis that covers all, not two that cover half each', () => {
    const halves = [
      { ...basis, languages: ['pt'] },
      { ...basis, validTo: '2026-02-01', languages: ['es'] },
    ];
    expect(missingRights(needed, halves, TODAY).map(({ clause }) => clause)).toEqual(['language']);
    expect(missingRights(needed, [...halves, basis], TODAY)).toEqual([]);
  });

  it('tells of the basis that lacks least', () => {
    const bases = [
      { ...basis, languages: ['de'], validTo: '2026-02-01' },
      { ...basis, languages: ['fr'] },
    ];
    const missing = missingRights(needed, bases, TODAY);
    expect(missing).toHaveLength(1);
    expect(missing[0].sentence).toContain('French (fr)');
  });

  it('a revoked basis never covers, whatever its scope', () => {
    expect(check({ revokedAt: new Date(), languages: null, territories: null })).toHaveLength(1);
  });
});

describe('languages', () => {
  const tags = ['es', 'es-419', 'es-MX', 'es-Latn-MX', 'pt', 'pt-BR', 'zh', 'zh-Hant', 'zh-Hant-TW', 'e'];

  it('cover themselves, and what is narrower, and nothing else', () => {
    for (const agreed of tags) {
      for (const wanted of tags) {
        const parts = agreed.split('-');
        const prefix = wanted.split('-').slice(0, parts.length).join('-');
        expect([agreed, wanted, languageCovers(agreed, wanted)]).toEqual([agreed, wanted, prefix === agreed]);
      }
    }
  });

  it('cover in turn what is covered by what they cover', () => {
    for (const a of tags)
      for (const b of tags)
        for (const c of tags)
          if (languageCovers(a, b) && languageCovers(b, c)) expect(languageCovers(a, c)).toBe(true);
  });

  it('are the same however their tags are written', () => {
    expect(languageCovers('ES', 'es-mx')).toBe(true);
    expect(languageCovers('iw', 'he')).toBe(true);
    expect(languageCovers('es', 'est')).toBe(false);
  });
});

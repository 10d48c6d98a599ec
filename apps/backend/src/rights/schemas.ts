import { z } from 'zod';
import { idOf, Moment } from '../http/schemas.ts';
import { BASIS_KINDS, EXTENTS } from './tables.ts';

const Day = z.iso.date();

/** A tag of BCP 47 in its usual form. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as es or es-419')
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag)[0]!;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a BCP 47 tag such as es or es-419' });
      return z.NEVER;
    }
  });

/** A country or region of ISO 3166-1 (or UN M.49, as in es-419). */
export const Territory = z
  .string()
  .toUpperCase()
  .regex(/^(?:[A-Z]{2}|\d{3})$/, 'must be a code such as BR');

const Person = z.string().trim().min(1).max(200);

const scope = {
  kind: z
    .enum(BASIS_KINDS)
    .describe('The performer’s own consent, a dubbing agreement, or a contract that asks for no consent'),
  extent: z.enum(EXTENTS).describe('How much of the face may be rendered'),
  validFrom: Day.describe('The first day on which it holds (UTC)'),
  validTo: Day.nullable().describe('The last day, null without an end'),
  signer: Person.describe('Who signed it'),
  signedOn: Day,
};

/** A rights basis, as the API shows it. */
export const RightsBasis = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    performer: z.uuid(),
    ...scope,
    languages: z.array(z.string()).readonly().nullable().describe('BCP 47 tags; null for all languages'),
    territories: z.array(z.string()).readonly().nullable().describe('ISO 3166 codes; null for everywhere'),
    evidenceSha256: z.string().nullable().describe('Of the signed paper, null when none was given'),
    recordedBy: z.uuid().nullable(),
    revokedAt: Moment.nullable(),
    revokedBecause: z.string().nullable(),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'RightsBasis' });

/** What is recorded. */
export const NewBasis = z
  .object({
    ...scope,
    extent: scope.extent.default('mouth'),
    languages: z
      .array(LanguageTag)
      .min(1)
      .max(200)
      .nullable()
      .describe('BCP 47 tags: es covers es-419 too, but not the other way round; null for all languages'),
    territories: z.array(Territory).min(1).max(300).nullable().default(null),
    validTo: scope.validTo.default(null),
    evidence: idOf('uploads').nullable().default(null).describe('A ready upload for the purpose evidence'),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    error: 'must not be before validFrom',
    path: ['validTo'],
  });

/** What is recorded. */
export type NewBasis = z.output<typeof NewBasis>;

/** Why a basis no longer holds. */
export const Revocation = z.object({ reason: z.string().trim().min(1).max(2000) });

/** One thing that stands in the way of rendering. */
export const MissingRight = z
  .object({
    performer: z.uuid(),
    clause: z.enum(['basis', 'revoked', 'term', 'language', 'extent', 'territory']),
    sentence: z.string(),
  })
  .meta({ id: 'MissingRight' });

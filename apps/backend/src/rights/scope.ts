import { z } from 'zod';

/** On what somebody's face may be rendered. */
export const BASIS_KINDS = ['consent', 'dubbing-agreement', 'contract-exemption'] as const;

/** How much of a face may be rendered. */
export const EXTENTS = ['mouth', 'whole-face'] as const;

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

/** A country of ISO 3166-1. */
export const Territory = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be a code of two letters such as BR');

/** What a basis covers, as it is written down. */
export const scope = {
  kind: z
    .enum(BASIS_KINDS)
    .describe('The performer’s own consent, a dubbing agreement, or a contract that asks for no consent'),
  extent: z.enum(EXTENTS).default('mouth').describe('How much of the face may be rendered'),
  languages: z
    .array(LanguageTag)
    .min(1)
    .max(200)
    .nullable()
    .describe('BCP 47 tags: es covers es-419 too, but not the other way round; null for all languages'),
  territories: z
    .array(Territory)
    .min(1)
    .max(300)
    .nullable()
    .default(null)
    .describe('ISO 3166 codes; null for everywhere'),
  validFrom: Day.describe('The first day on which it holds (UTC)'),
  validTo: Day.nullable().default(null).describe('The last day, null without an end'),
  signer: z.string().trim().min(1).max(200).describe('Who signed it'),
  signedOn: Day,
};

/** Whether a term ends after it begins. */
export const termIsForward = ({
  validFrom,
  validTo,
}: {
  readonly validFrom: string;
  readonly validTo: string | null;
}): boolean => validTo === null || validTo >= validFrom;

/** What is told of a term that does not. */
export const BACKWARDS = { error: 'must not be before validFrom', path: ['validTo'] };

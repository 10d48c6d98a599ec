import { z } from 'zod';
import { LanguageTag } from '../titles/languageTag.ts';

/** On what somebody's face may be rendered. */
export const BASIS_KINDS = ['consent', 'estate-consent', 'dubbing-agreement', 'contract-exemption'] as const;

/** How much of a face may be rendered. */
export const EXTENTS = ['mouth', 'whole-face'] as const;

const Day = z.iso.date();

const Language = LanguageTag.transform((tag) => Intl.getCanonicalLocales(tag)[0]!);

/** A country of ISO 3166-1. */
export const Territory = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be a code of two letters such as BR');

/** Some countries, or `null` for no word about them. */
export const Territories = z.array(Territory).min(1).max(300).nullable().default(null);

/** What a basis covers, as it is written down. */
export const scope = {
  kind: z
    .enum(BASIS_KINDS)
    .describe(
      'The performer’s own consent, that of their estate, a dubbing agreement, or a contract that asks for no consent',
    ),
  extent: z
    .enum(EXTENTS)
    .default('mouth')
    .describe(
      'How much of the face may be rendered; the whole face: it may be replaced, and be shown on another head',
    ),
  languages: z
    .array(Language)
    .min(1)
    .max(200)
    .nullable()
    .describe('BCP 47 tags: es covers es-419 too, but not the other way round; null for all languages'),
  territories: Territories.describe('ISO 3166 codes; null for everywhere'),
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

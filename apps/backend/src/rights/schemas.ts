import { z } from 'zod';
import { idOf, Moment } from '../http/schemas.ts';
import { BACKWARDS, BASIS_KINDS, EXTENTS, scope, termIsForward } from './scope.ts';

/** A rights basis, as the API shows it. */
export const RightsBasis = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    performer: z.uuid(),
    kind: z.enum(BASIS_KINDS),
    extent: z.enum(EXTENTS),
    languages: z.array(z.string()).readonly().nullable().describe('BCP 47 tags; null for all languages'),
    territories: z.array(z.string()).readonly().nullable().describe('ISO 3166 codes; null for everywhere'),
    validFrom: z.string().describe('The first day on which it holds (UTC)'),
    validTo: z.string().nullable().describe('The last day, null without an end'),
    signer: z.string(),
    signedOn: z.string(),
    evidenceSha256: z.string().nullable().describe('Of the signed paper, null when none was given'),
    recordedBy: z.uuid().nullable(),
    revokedAt: Moment.nullable(),
    revokedBecause: z.string().nullable(),
    revokedBy: z.uuid().nullable().describe('The person who revoked it'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'RightsBasis' });

/** What is recorded. */
export const NewBasis = z
  .object({
    ...scope,
    evidence: idOf('uploads').nullable().default(null).describe('A ready upload for the purpose evidence'),
  })
  .refine(termIsForward, BACKWARDS);

/** What is recorded. */
export type NewBasis = z.output<typeof NewBasis>;

/** Why a basis no longer holds. */
export const Revocation = z.object({ reason: z.string().trim().min(1).max(2000) });

/** One thing that stands in the way of rendering. */
export const MissingRight = z
  .object({
    performer: z.uuid(),
    clause: z.enum(['basis', 'revoked', 'term', 'language', 'kind', 'extent', 'territory']),
    sentence: z.string(),
  })
  .meta({ id: 'MissingRight' });

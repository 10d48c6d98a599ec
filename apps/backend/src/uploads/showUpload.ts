import { z } from 'zod';
import { Moment } from '../http/schemas.ts';
import { PURPOSES, type UploadRow } from './tables.ts';
import { UPLOAD_MOVES, type UploadState } from './uploadStates.ts';

const STATES = Object.keys(UPLOAD_MOVES) as [UploadState, ...UploadState[]];

/** An upload as the API tells of it. */
export const Upload = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    purpose: z.enum(PURPOSES),
    name: z.string(),
    bytes: z.int(),
    received: z.int().describe('Bytes that have arrived'),
    checked: z.int().describe('Bytes whose sum has been taken'),
    sha256: z.string().nullable().describe('As it was said to be; once the upload is ready, as it is'),
    state: z.enum(STATES),
    problem: z.string().nullable().describe('Why it was refused'),
    facts: z.record(z.string(), z.unknown()).nullable().describe('What was found in it'),
    origin: z.string().nullable().describe('Where it was imported from'),
    used: z.boolean().describe('Whether something was made of it'),
    madeAt: Moment,
  })
  .meta({ id: 'Upload' });

/** What of a row the API tells. */
export const showUpload = ({ usedAt, facts, ...upload }: UploadRow): z.input<typeof Upload> => ({
  ...upload,
  facts: facts as Record<string, unknown> | null,
  used: usedAt !== null,
});

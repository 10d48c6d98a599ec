import type { IncomingHttpHeaders } from 'node:http';
import { Metadata } from '@tus/server';
import { Refusal } from '@mondwerk/film';
import { z } from 'zod';
import { InvalidRequest, readWith } from '../http/invalidRequest.ts';
import { idOf } from '../http/schemas.ts';
import { PURPOSES } from './tables.ts';

/** A file's name without a path; nothing in it can be taken for anything else. */
export const FileName = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .refine((name) => !/[/\\\p{Cc}]/u.test(name), { error: 'must be a name without a path' });

export const Sha256 = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hexadecimal digits' });

const Brought = z.object({
  purpose: z.enum(PURPOSES),
  title: idOf('titles'),
  filename: FileName,
  sha256: Sha256.optional(),
  bytes: z.int().min(0),
});

/** What somebody says of a file that they are about to send. */
export type Brought = z.output<typeof Brought>;

/** The schema of what is said of a file. */
export const broughtSchema = Brought;

/** Reads it from the headers of a tus creation. @throws InvalidRequest, or Refusal `empty` for a file of nothing. */
export function readBrought(headers: IncomingHttpHeaders): Brought {
  const length = String(headers['upload-length'] ?? '');
  const bytes = /^\d{1,15}$/.test(length) ? Number(length) : undefined;
  const brought = readWith(Brought, { ...readMetadata(headers), bytes }, 'Upload-Metadata');
  if (brought.bytes > 0) return brought;
  throw new Refusal('empty', `${brought.filename} is empty (zero bytes); copy or export it again.`);
}

function readMetadata(headers: IncomingHttpHeaders): object {
  const said = headers['upload-metadata'];
  if (said === undefined || said === '') return {};
  try {
    return Metadata.parse(String(said));
  } catch {
    const message = 'must be names with base64 values, as the tus protocol says';
    throw new InvalidRequest([{ at: 'Upload-Metadata', message }]);
  }
}

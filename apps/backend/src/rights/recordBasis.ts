import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import { Performers } from '../cast/tables.ts';
import type { Actor } from '../access/actor.ts';
import { Uploads } from '../uploads/tables.ts';
import { useUpload } from '../uploads/useUpload.ts';
import type { NewBasis } from './schemas.ts';
import { RightsBases, type RightsBasisRow } from './tables.ts';

/**
 * Records on what a performer's face may be rendered. @throws Refusal `upload-not-ready`, `upload-purpose`, or
 * `evidence-elsewhere` for a paper that was brought for another title.
 */
export async function recordBasis(
  tx: EntityManager,
  { organisation, person }: Actor,
  performer: string,
  { evidence, ...scope }: NewBasis,
): Promise<RightsBasisRow> {
  const { title } = await tx.findOneByOrFail(Performers, { id: performer });
  const paper = evidence === null ? null : await usePaper(tx, evidence, title);
  return tx.save(RightsBases, {
    id: newId(),
    ...{ organisation, title, performer },
    ...scope,
    evidence: paper?.key ?? null,
    evidenceSha256: paper?.sha256 ?? null,
    recordedBy: person,
    revokedAt: null,
    revokedBecause: null,
  });
}

async function usePaper(
  tx: EntityManager,
  id: string,
  title: string,
): Promise<{ readonly key: string; readonly sha256: string }> {
  const upload = await tx.findOneByOrFail(Uploads, { id });
  if (upload.title === title) return useUpload(tx, id, 'evidence');
  throw new Refusal(
    'evidence-elsewhere',
    `${upload.name} was uploaded for another title: upload it again for the one of this performer.`,
  );
}

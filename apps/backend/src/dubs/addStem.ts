import { Refusal } from '@mondwerk/film';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Sources } from '../titles/tables.ts';
import { useUpload } from '../uploads/useUpload.ts';
import { checkStemLength } from './filmLength.ts';
import { requireDub } from './requireDub.ts';
import { requireOfTitle } from './requireOfTitle.ts';
import { Dubs, Stems, type DubRow, type StemRow } from './tables.ts';

/** An audio file that has been uploaded for a dub. */
export interface NewStem extends Pick<StemRow, 'kind' | 'character'> {
  readonly upload: string;
}

/**
 * Gives a dub an audio file; one of the same kind and character that it had goes. @throws Refusal `voice-length`,
 * `request-invalid` for what belongs to another title, and those of `useUpload`.
 */
export async function addStem(
  tx: EntityManager,
  dub: string,
  { upload, kind, character }: NewStem,
): Promise<StemRow> {
  const row = await tx.findOneOrFail(Dubs, { where: { id: dub }, lock: { mode: 'pessimistic_write' } });
  requireDub(row, 'keeps the sounds of its film');
  await checkCharacter(tx, row, { kind, character });
  const { title, organisation, name, key, sha256, facts } = await useUpload(tx, upload, 'stem');
  checkTitle(row, { title, name });
  const { seconds } = facts as { readonly seconds: number };
  if (kind !== 'music-and-effects' && !row.settings.fitVoice) {
    checkStemLength({ name, seconds }, await tx.findOneByOrFail(Sources, { id: row.source }));
  }
  await tx.delete(Stems, { dub, kind, character: character ?? IsNull() });
  return tx.save(Stems, { id: newId(), organisation, dub, kind, character, name, key, sha256, seconds });
}

/** @throws Refusal `request-invalid` for a file that was uploaded for another title. */
export function checkTitle(
  { title }: Pick<DubRow, 'title'>,
  upload: { readonly title: string; readonly name: string },
): void {
  if (upload.title === title) return;
  throw new Refusal(
    'request-invalid',
    `${upload.name} was uploaded for another title: upload it for this one.`,
  );
}

/** @throws Refusal `request-invalid` for a character of another title, or of what is not dialogue. */
export async function checkCharacter(
  tx: EntityManager,
  { title }: DubRow,
  { kind, character }: Pick<StemRow, 'kind' | 'character'>,
): Promise<void> {
  if (character === null) return;
  if (kind !== 'dialogue') {
    throw new Refusal('request-invalid', `Only a dialogue stem is one character's: leave the character out.`);
  }
  await requireOfTitle(tx, character, title);
}

import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { Refusal } from '@mondwerk/film';
import { decodeLexicon, parseLexicon, type LexiconRow } from '@mondwerk/speech';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Storage } from '../storage/storage.ts';
import { useUpload } from '../uploads/useUpload.ts';
import { checkCount, checkSaid, lockTitle } from './checkPronunciation.ts';
import { Pronunciations, type PronunciationRow } from './tables.ts';

/** What an import changed. */
export interface Imported {
  readonly added: number;
  /** Those that were there before, in these words. */
  readonly unchanged: number;
  readonly removed: number;
}

/** A lexicon as it was sent. */
export type SentLexicon = { readonly upload: string } | { readonly text: string; readonly name: string };

/** Reads a lexicon that was sent. @throws Refusal as `parseLexicon` and `useUpload`. */
export async function openLexicon(
  tx: EntityManager,
  storage: Storage,
  title: string,
  sent: SentLexicon,
): Promise<LexiconRow[]> {
  if ('text' in sent) return parseLexicon(sent.text, sent.name);
  const upload = await useUpload(tx, sent.upload, 'lexicon');
  if (upload.title !== title)
    throw new Refusal(
      'request-invalid',
      `${upload.name} was uploaded for another title: upload it for this one.`,
    );
  return storage.borrow(async (lent) =>
    parseLexicon(
      decodeLexicon(await readFile(await lent.localFile(upload.key)), upload.name),
      basename(upload.name),
    ),
  );
}

/** Adds the entries that a title does not have yet; with `replace` those that are not among them go. */
export async function importLexicon(
  tx: EntityManager,
  { organisation, title }: Pick<PronunciationRow, 'organisation' | 'title'>,
  rows: readonly LexiconRow[],
  replace: boolean,
): Promise<Imported> {
  await lockTitle(tx, title);
  const wanted = new Map(rows.map((row) => [keyOf(row), row]));
  await checkLanguages([...wanted.values()]);
  const there = await tx.findBy(Pronunciations, { title });
  const known = new Set(there.map(keyOf));
  const gone = replace ? there.filter((row) => !wanted.has(keyOf(row))) : [];
  const fresh = [...wanted].filter(([key]) => !known.has(key)).map(([, row]) => row);
  if (gone.length > 0)
    await tx.delete(
      Pronunciations,
      gone.map(({ id }) => id),
    );
  await checkCount(tx, title, fresh.length);
  await tx.insert(
    Pronunciations,
    fresh.map(({ word, said, language = null, note = null }) => ({
      ...{ id: newId(), organisation, title, word, said, language, note },
    })),
  );
  return { added: fresh.length, unchanged: wanted.size - fresh.length, removed: gone.length };
}

const keyOf = ({ word, said, language }: { word: string; said: string; language?: string | null }): string =>
  JSON.stringify([word, said, language ?? null]);

/** Each language is asked for once, the row that names it is named. */
async function checkLanguages(rows: readonly LexiconRow[]): Promise<void> {
  const asked = new Set<string>();
  for (const { word, said, language = null } of rows) {
    const foreign = /^\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*:/u.exec(said)?.[1];
    const key = `${foreign} ${language}`;
    if (asked.has(key)) continue;
    asked.add(key);
    try {
      await checkSaid({ word, said, language });
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      throw new Refusal('lexicon-unreadable', `${word}: ${cause.message}`, { cause });
    }
  }
}

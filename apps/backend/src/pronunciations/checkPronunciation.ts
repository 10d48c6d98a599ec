import { Refusal } from '@mondwerk/film';
import { checkLanguage, readSaid } from '@mondwerk/speech';
import type { EntityManager } from 'typeorm';
import { Pronunciations, type PronunciationRow } from './tables.ts';

/** What a pronunciation says. */
export type Entry = Pick<PronunciationRow, 'word' | 'said' | 'language'>;

/**
 * Checks that it can be told how a word is said. @throws Refusal `pronunciation-unknown` naming what cannot be read,
 * `language-unknown` for a language that nobody can pronounce.
 */
export async function checkSaid({ word, said, language }: Entry): Promise<void> {
  const saying = readSaid(said, word);
  if ('language' in saying && saying.language !== undefined) await checkLanguage(saying.language);
  if (language !== null) await checkLanguage(language);
}

/** Whoever changes the pronunciations of a title meanwhile waits until this transaction has ended. */
export const lockTitle = (tx: EntityManager, title: string): Promise<unknown> =>
  tx.query('SELECT FROM titles WHERE id = $1 FOR UPDATE', [title]);

/** @throws Refusal `conflict` where a title says the same of a word already. */
export async function checkNew(
  tx: EntityManager,
  title: string,
  { word, said, language }: Entry,
  own?: string,
): Promise<void> {
  const there = await tx.findBy(Pronunciations, { title, word, said });
  if (there.some((other) => other.language === language && other.id !== own))
    throw new Refusal(
      'conflict',
      `${word} is said ${said} already: change that entry, or write another way.`,
    );
}

/** The most pronunciations of a title. */
export const MOST = 5000;

/** @throws Refusal `conflict` where a title would have more than `MOST`. */
export async function checkCount(tx: EntityManager, title: string, added: number): Promise<void> {
  const count = await tx.countBy(Pronunciations, { title });
  if (count + added > MOST)
    throw new Refusal(
      'conflict',
      `A title has at most ${MOST} pronunciations: delete some that no script needs.`,
    );
}

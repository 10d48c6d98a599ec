import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { Dubs, type DubRow } from './tables.ts';

/**
 * Makes sure that something is a dub, where a replacement has no such thing; `lacks` says what, as in “has no voice of
 * its own”. @throws Refusal `not-a-dub`.
 */
export function requireDub({ kind }: Pick<DubRow, 'kind'>, lacks: string): void {
  if (kind === 'dub') return;
  throw new Refusal('not-a-dub', `This is a replacement, which ${lacks}: use a dub of the title for that.`);
}

/** The same, by its id; returns the row. @throws Refusal `not-a-dub`. */
export async function readDub(tx: EntityManager, id: string, lacks: string): Promise<DubRow> {
  const dub = await tx.findOneByOrFail(Dubs, { id });
  requireDub(dub, lacks);
  return dub;
}

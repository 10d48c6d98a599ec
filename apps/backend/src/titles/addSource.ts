import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Runner } from '../queue/runner.ts';
import { startAnalysis } from './analyse.ts';
import { Sources, type MadeFrom, type SourceRow } from './tables.ts';

/** A film in storage that has been checked. */
export interface NewSource extends Pick<
  SourceRow,
  'organisation' | 'title' | 'name' | 'key' | 'sha256' | 'bytes'
> {
  readonly madeFrom?: MadeFrom;
  readonly askedBy: string | null;
}

/** Gives a title a source, a newer one in the place of older ones, and starts to look at it. */
export async function addSource(
  tx: EntityManager,
  runner: Runner,
  { askedBy, madeFrom, ...file }: NewSource,
): Promise<SourceRow> {
  const id = newId();
  await tx.insert(Sources, {
    id,
    ...file,
    state: 'waiting',
    problem: null,
    facts: null,
    proxy: null,
    madeFrom: madeFrom ?? null,
  });
  const source = await tx.findOneByOrFail(Sources, { id });
  await startAnalysis(tx, runner, source, { burnTimecode: false, askedBy: askedBy ?? undefined });
  return tx.findOneByOrFail(Sources, { id });
}

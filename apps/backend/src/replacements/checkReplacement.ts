import { Refusal } from '@mondwerk/film';
import { In, type EntityManager } from 'typeorm';
import { requireNamed } from '../cast/requireNamed.ts';
import { FaceTracks, Performers, type PerformerRow } from '../cast/tables.ts';
import { checkTitle } from '../dubs/addStem.ts';
import type { DonorFootage, ReplacementRow } from '../dubs/replacementTable.ts';
import { Shots, type SourceRow } from '../titles/tables.ts';
import { Uploads } from '../uploads/tables.ts';
import { useUpload } from '../uploads/useUpload.ts';

/**
 * Makes sure that a replacement is of one performer's head that is in the film, and of another one's face under a name.
 * @throws Refusal `request-invalid`, `replacement-impossible`, `no-face`, `performer-unnamed`.
 */
export async function checkPerformers(
  tx: EntityManager,
  source: SourceRow,
  { replaced, shown }: Pick<ReplacementRow, 'replaced' | 'shown'>,
): Promise<void> {
  const rows = await tx.findBy(Performers, { id: In([replaced, shown]) });
  const rowOf = (id: string): PerformerRow => rows.find((row) => row.id === id)!;
  for (const id of [replaced, shown]) requireOpen(rowOf(id), source);
  if (replaced === shown) {
    throw new Refusal(
      'replacement-impossible',
      `${rowOf(replaced).name} cannot be replaced by themselves: choose whose face is shown instead.`,
    );
  }
  requireNamed(rowOf(shown));
  if (await tx.existsBy(FaceTracks, { source: source.id, performer: replaced })) return;
  throw new Refusal(
    'no-face',
    `${rowOf(replaced).name} is not seen anywhere in ${source.name}: choose somebody whose head is in the film.`,
  );
}

function requireOpen({ name, title, mergedInto }: PerformerRow, source: SourceRow): void {
  if (title !== source.title)
    throw invalid(`${name} is a performer of another title: choose one of this one.`);
  if (mergedInto !== null)
    throw invalid(`${name} was merged: list the performers again and choose from them.`);
}

/** Makes sure that there are such shots; `null` for all. @throws Refusal `shots-unknown`. */
export async function checkShots(
  tx: EntityManager,
  source: SourceRow,
  shots: ReplacementRow['shots'],
): Promise<void> {
  if (shots === null) return;
  const known = new Set(
    (await tx.find(Shots, { where: { source: source.id }, select: { index: true } })).map(
      ({ index }) => index,
    ),
  );
  const unknown = shots.find((shot) => !known.has(shot));
  if (unknown === undefined) return;
  throw new Refusal(
    'shots-unknown',
    `${source.name} has no shot ${unknown}: it has ${known.size}, and the first is shot 0.`,
  );
}

/** Takes footage that was brought for this title. @throws Refusal `request-invalid` and those of `useUpload`. */
export async function useDonors(
  tx: EntityManager,
  { title }: SourceRow,
  donors: readonly DonorFootage[],
): Promise<void> {
  for (const { upload } of donors) {
    checkTitle({ title }, await tx.findOneByOrFail(Uploads, { id: upload }));
    await useUpload(tx, upload, 'donor-footage');
  }
}

const invalid = (sentence: string): Refusal => new Refusal('request-invalid', sentence);

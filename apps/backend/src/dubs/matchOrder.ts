import { Refusal } from '@mondwerk/film';
import { In, type EntityManager } from 'typeorm';
import { FaceTracks, type PerformerRow } from '../cast/tables.ts';
import type { MatchOrder } from '../pipeline/orders.ts';
import { Sources, Titles, type SourceRow } from '../titles/tables.ts';
import { Uploads } from '../uploads/tables.ts';
import { performersOf } from './performersOf.ts';
import { requireNamed } from '../cast/requireNamed.ts';
import { Replacements, type ReplacementRow } from './replacementTable.ts';
import type { DubRow } from './tables.ts';

/**
 * Writes down what a replacement is planned from, as things stand now: the film, whose head gets whose face, and the
 * footage of that. @throws Refusal `replacement-incomplete`, `performer-unnamed`, `no-face`.
 */
export async function matchOrder(tx: EntityManager, dub: DubRow): Promise<MatchOrder> {
  const source = await tx.findOneByOrFail(Sources, { id: dub.source });
  if (source.state !== 'ready') {
    throw incomplete(
      `${source.name} has not been analysed (it is ${source.state}): wait for that, or see to it`,
    );
  }
  const replacement = await tx.findOneByOrFail(Replacements, { dub: dub.id });
  const { replaced, shown } = await performersOf(tx, replacement);
  requireNamed(shown);
  if (replaced.id === shown.id) {
    throw incomplete(
      `${shown.name} turned out to be both the replaced and the shown performer: choose another`,
    );
  }
  const title = await tx.findOneByOrFail(Titles, { id: dub.title });
  const donors = await footageOf(tx, replacement);
  const { key, sha256, name } = source;
  return {
    title: dub.title,
    source: { key, sha256, name },
    replaced: { id: replaced.id, tracks: await requireTracks(tx, source, replaced) },
    shown: { id: shown.id, name: shown.name, tracks: await tracksOfShown(tx, source, shown, donors.length) },
    donors,
    shots: replacement.shots === null ? null : [...replacement.shots],
    settings: settingsOf(replacement),
    ...(title.commercial ? {} : { commercial: false }),
  };
}

async function tracksIn(tx: EntityManager, { id: source }: SourceRow, performer: string): Promise<string[]> {
  const tracks = await tx.find(FaceTracks, {
    where: { source, performer },
    order: { shot: 'ASC', start: 'ASC', mark: 'ASC' },
  });
  return tracks.map(({ mark }) => mark);
}

async function requireTracks(
  tx: EntityManager,
  source: SourceRow,
  { id, name }: PerformerRow,
): Promise<string[]> {
  const tracks = await tracksIn(tx, source, id);
  if (tracks.length > 0) return tracks;
  throw new Refusal(
    'no-face',
    `${name} is not seen anywhere in ${source.name}: choose somebody whose head is in the film.`,
  );
}

/** Where the shown performer is seen in the film too; `null` where they are not, and then there must be footage. */
async function tracksOfShown(
  tx: EntityManager,
  source: SourceRow,
  { id, name }: PerformerRow,
  footage: number,
): Promise<string[] | null> {
  const tracks = await tracksIn(tx, source, id);
  if (tracks.length > 0) return tracks;
  if (footage > 0) return null;
  throw incomplete(`${name} is not seen in ${source.name} and there is no footage of them: upload some`);
}

async function footageOf(tx: EntityManager, { donors }: ReplacementRow): Promise<MatchOrder['donors']> {
  const uploads = await tx.findBy(Uploads, { id: In(donors.map(({ upload }) => upload)) });
  const byId = new Map(uploads.map((upload) => [upload.id, upload]));
  return donors.map(({ upload, person }) => {
    const { key, sha256, name } = byId.get(upload)!;
    return { key, sha256: sha256!, name, person };
  });
}

const settingsOf = ({
  settings: { strength, generator, restorer },
}: ReplacementRow): MatchOrder['settings'] => ({
  strength,
  ...(generator !== null && { generator }),
  ...(restorer !== null && { restorer }),
});

const incomplete = (what: string): Refusal =>
  new Refusal('replacement-incomplete', `This replacement cannot be planned yet: ${what}.`);

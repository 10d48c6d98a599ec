import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import type { Recorder } from '../queue/recorders.ts';
import { rows } from '../queue/rows.ts';
import type { RunRow } from '../queue/tables.ts';
import { sourceOf } from '../titles/recordSource.ts';
import type { SourceRow } from '../titles/tables.ts';
import { assignTracks, type Assigned } from './assignTracks.ts';
import { choosePortraits } from './choosePortraits.ts';
import { DONOR_MARK, FaceTracks, Performers } from './tables.ts';

type FoundTrack = OutcomeOf['trackFaces']['tracks'][number] & { readonly shot: number };

/** Writes down who is in a source and where. Whatever people merged, split, named or ignored stays, track by track. */
export const recordPerformers: Recorder<'findPerformers'> = async (tx, run, _shot, { performers }) => {
  const source = await sourceOf(tx, run);
  const found = await foundTracks(tx, run);
  const assigned = assignTracks(performers, await knownTracks(tx, source, found));
  await saveTracks(tx, source, found, await nameNew(tx, source, assigned));
  await removeGone(tx, source);
  await choosePortraits(tx, source.id);
};

/** What `trackFaces` told of all shots, by the tracks' marks. */
async function foundTracks(tx: EntityManager, run: RunRow): Promise<Map<string, FoundTrack>> {
  const told = await rows<{ readonly shot: number; readonly outcome: OutcomeOf['trackFaces'] }>(
    tx,
    `SELECT shot, outcome FROM jobs WHERE run = $1 AND stage = 'trackFaces' AND state = 'done'`,
    [run.id],
  );
  const all = told.flatMap(({ shot, outcome }) => outcome.tracks.map((track) => ({ ...track, shot })));
  return new Map(all.map((track) => [track.track, track]));
}

/** Whose the tracks are that were found before just like this. */
async function knownTracks(
  tx: EntityManager,
  source: SourceRow,
  found: ReadonlyMap<string, FoundTrack>,
): Promise<Map<string, string>> {
  const before = await tx.findBy(FaceTracks, { source: source.id });
  return new Map(
    before.flatMap(({ mark, performer, start, end }) => {
      const frames = found.get(mark)?.frames;
      return frames?.start === start && frames.end === end ? [[mark, performer] as const] : [];
    }),
  );
}

interface Owned {
  readonly performer: string;
  readonly tracks: readonly string[];
}

/** Makes a performer of everybody new. */
async function nameNew(
  tx: EntityManager,
  { id, organisation, title }: SourceRow,
  assigned: readonly Assigned[],
): Promise<Owned[]> {
  const before = await tx.countBy(Performers, { title });
  let number = before;
  const owned = assigned.map(({ performer, tracks }) => {
    if (performer !== null) return { performer, tracks, row: null };
    number++;
    const own = newId();
    const row = { id: own, mark: own, name: `Performer ${number}`, organisation, title, source: id };
    return { performer: own, tracks, row };
  });
  const made = owned.flatMap(({ row }) => (row === null ? [] : [row]));
  if (made.length > 0) await tx.insert(Performers, made);
  return owned;
}

async function saveTracks(
  tx: EntityManager,
  { id, organisation, facts }: SourceRow,
  found: ReadonlyMap<string, FoundTrack>,
  owned: readonly Owned[],
): Promise<void> {
  await tx.query('DELETE FROM face_tracks WHERE source = $1 AND mark <> ALL ($2)', [id, [...found.keys()]]);
  const height = facts?.height ?? 1;
  const tracks = owned.flatMap(({ performer, tracks: marks }) =>
    marks.map((mark) => {
      const { shot, frames, height: pixels, frontal, portrait } = found.get(mark)!;
      return { id: newId(), performer, mark, shot, ...frames, height: pixels / height, frontal, portrait };
    }),
  );
  await tx.query(
    `INSERT INTO face_tracks
       (id, organisation, source, performer, mark, shot, start, "end", height, frontal, portrait)
     SELECT id, $2, $3, performer, mark, shot, start, "end", height, frontal, portrait
     FROM jsonb_to_recordset($1::jsonb) AS found (id uuid, performer uuid, mark text, shot integer,
       start integer, "end" integer, height float8, frontal float8, portrait text)
     ON CONFLICT (source, mark) DO UPDATE SET performer = excluded.performer, shot = excluded.shot,
       start = excluded.start, "end" = excluded."end", height = excluded.height,
       frontal = excluded.frontal, portrait = excluded.portrait`,
    [JSON.stringify(tracks), organisation, id],
  );
}

/** Performers of whom nothing is left, and of whom nobody has said or signed anything. */
async function removeGone(tx: EntityManager, { id }: SourceRow): Promise<void> {
  await tx.query(
    `DELETE FROM performers WHERE source = $1
       AND NOT EXISTS (SELECT FROM face_tracks WHERE performer = performers.id)
       AND NOT EXISTS (SELECT FROM characters WHERE performer = performers.id)
       AND NOT EXISTS (SELECT FROM rights_bases WHERE performer = performers.id)
       AND NOT EXISTS (SELECT FROM performers other WHERE other.merged_into = performers.id)
       AND merged_into IS NULL AND NOT starts_with(mark, $2)
       AND NOT EXISTS (SELECT FROM replacements WHERE performers.id IN (replaced, shown))`,
    [id, DONOR_MARK],
  );
}

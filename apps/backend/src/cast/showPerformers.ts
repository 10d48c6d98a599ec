import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Moment } from '../http/schemas.ts';
import { rows } from '../queue/rows.ts';
import { Sources } from '../titles/tables.ts';
import { isDonor, Performers, type PerformerRow } from './tables.ts';
import { turnedOutToBe } from './turnedOutToBe.ts';

/** A performer, as the API shows them. */
export const Performer = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    source: z.uuid(),
    name: z.string(),
    ignored: z.boolean().describe('An extra, or nobody at all: never dubbed'),
    strength: z
      .number()
      .describe('How far their mouth moves in dubs, 1 as predicted, from 0.5 mumbled to 1.5 exaggerated'),
    mergedInto: z.uuid().nullable().describe('The performer that this one turned out to be'),
    inFilm: z
      .boolean()
      .describe('false: named by people, because a replacement shows their face from other footage'),
    hasPortrait: z.boolean(),
    screen: z
      .object({ tracks: z.int(), shots: z.int(), frames: z.int(), seconds: z.number().nullable() })
      .describe('How much they are seen'),
    height: z
      .object({ median: z.number(), largest: z.number() })
      .nullable()
      .describe("Of the face, as a share of the picture's height"),
    frontal: z
      .number()
      .nullable()
      .describe('1 where they look into the camera, 0 where they are turned away by 90°; over all frames'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Performer' });

interface Seen {
  readonly performer: string;
  readonly tracks: number;
  readonly shots: number;
  readonly frames: number;
  readonly median: number;
  readonly largest: number;
  readonly frontal: number | null;
}

/** Shows performers with how they are seen, however many there are, in three statements. */
export async function showPerformers(
  tx: EntityManager,
  performers: readonly PerformerRow[],
): Promise<z.input<typeof Performer>[]> {
  if (performers.length === 0) return [];
  const seen = await screenTimes(
    tx,
    performers.map(({ id }) => id),
  );
  const sources = await tx.findBy(Sources, { id: In([...new Set(performers.map(({ source }) => source))]) });
  const became = await turnedOutToBe(
    tx,
    performers.map(({ id }) => id),
  );
  return performers.map((row) => {
    const { tracks = 0, shots = 0, frames = 0, median, largest, frontal = null } = seen.get(row.id) ?? {};
    const rate = sources.find(({ id }) => id === row.source)?.facts?.rate;
    return {
      ...row,
      mergedInto: became.get(row.id) ?? null,
      inFilm: tracks > 0 || !isDonor(row),
      hasPortrait: row.portrait !== null,
      screen: { tracks, shots, frames, seconds: rate ? (frames * rate.den) / rate.num : null },
      height: median === undefined || largest === undefined ? null : { median, largest },
      frontal,
    };
  });
}

/** Shows one performer. */
export async function showPerformer(tx: EntityManager, id: string): Promise<z.input<typeof Performer>> {
  const [shown] = await showPerformers(tx, [await tx.findOneByOrFail(Performers, { id })]);
  return shown;
}

async function screenTimes(tx: EntityManager, performers: readonly string[]): Promise<Map<string, Seen>> {
  const seen = await rows<Seen>(
    tx,
    `SELECT performer, count(*)::integer AS tracks, count(DISTINCT shot)::integer AS shots,
       sum("end" - start)::integer AS frames, max(height) AS largest,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY height) AS median,
       sum(frontal * ("end" - start)) / nullif(sum("end" - start) FILTER (WHERE frontal IS NOT NULL), 0) AS frontal
     FROM face_tracks WHERE performer = ANY ($1) GROUP BY performer`,
    [performers],
  );
  return new Map(seen.map((each) => [each.performer, each]));
}

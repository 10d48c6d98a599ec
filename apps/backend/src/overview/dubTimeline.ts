import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DUB_KINDS, Dubs } from '../dubs/tables.ts';
import { rows } from '../queue/rows.ts';
import { shotStates, withStanding, type ShotState } from './shotStates.ts';

/** Everything of a dub or a replacement that is laid along its film. */
export const DubTimeline = z
  .object({
    kind: z.enum(DUB_KINDS),
    shots: z.array(
      z.object({
        index: z.int(),
        state: z.enum(shotStates),
        take: z
          .object({ id: z.uuid(), number: z.int(), openNotes: z.int() })
          .nullable()
          .describe('The newest, or the approved one where a newer one was sent back or superseded'),
      }),
    ),
    lines: z
      .array(
        z.object({
          id: z.uuid(),
          index: z.int(),
          start: z
            .number()
            .nullable()
            .describe('Seconds from the first frame: where the voice says it, else what the script says'),
          end: z.number().nullable(),
          aligned: z
            .boolean()
            .describe('Whether the times are those of the voice, as the newest plan heard it'),
          text: z.string(),
          character: z.uuid().nullable(),
          offScreen: z.boolean(),
        }),
      )
      .describe('Of the script in use; none of a replacement'),
    voice: z
      .uuid()
      .nullable()
      .describe(
        'The newest plan whose voice can be heard (GET /plans/{plan}/voice); null before there is one',
      ),
  })
  .meta({ id: 'DubTimeline' });

type Timeline = z.input<typeof DubTimeline>;

/** Reads where every shot of a dub stands, and all its lines, in five statements. */
export async function dubTimeline(tx: EntityManager, dub: string): Promise<Timeline> {
  const { kind } = await tx.findOneOrFail(Dubs, { where: { id: dub }, select: { id: true, kind: true } });
  const shots = await rows<Standing>(tx, SHOTS, [dub]);
  const openNotes = new Map((await rows<Noted>(tx, NOTES, [dub])).map(({ take, count }) => [take, count]));
  const lines = await rows<Timeline['lines'][number]>(tx, LINES, [dub]);
  const [voice] = await rows<{ readonly id: string }>(tx, VOICE, [dub]);
  return {
    kind,
    shots: shots.map(({ index, state, take, number }) => ({
      index,
      state,
      take: take === null ? null : { id: take, number: number!, openNotes: openNotes.get(take) ?? 0 },
    })),
    lines,
    voice: voice?.id ?? null,
  };
}

interface Standing {
  readonly index: number;
  readonly state: ShotState;
  readonly take: string | null;
  readonly number: number | null;
}

const SHOTS = `${withStanding('id = $1')}
  SELECT "index", coalesce(state, 'untouched') AS state, take, number
  FROM shots LEFT JOIN standing ON standing.shot = shots.id
  WHERE source = (SELECT source FROM wanted) ORDER BY "index"`;

interface Noted {
  readonly take: string;
  readonly count: number;
}

const NOTES = `
  SELECT take, count(*)::integer AS count FROM notes
  WHERE dub = $1 AND take IS NOT NULL AND resolved_at IS NULL GROUP BY take`;

/** A plan heard the script in use if it was made after that was added. */
const LINES = `
  WITH script AS (SELECT id FROM scripts WHERE dub = $1 ORDER BY id DESC LIMIT 1),
  heard AS (
    SELECT planned_lines.* FROM planned_lines
    WHERE plan = (SELECT plans.id FROM plans, script WHERE dub = $1 AND state = 'ready' AND plans.id > script.id
      ORDER BY plans.id DESC LIMIT 1) AND problem IS DISTINCT FROM 'not-heard')
  SELECT lines.id, lines."index", coalesce(heard.start, lines.start) AS start, coalesce(heard."end", lines."end") AS "end",
    heard.id IS NOT NULL AS aligned, text, character, off_screen AS "offScreen"
  FROM lines LEFT JOIN heard ON heard."index" = lines."index"
  WHERE script = (SELECT id FROM script) ORDER BY lines."index"`;

const VOICE = `
  SELECT id FROM plans WHERE dub = $1 AND state = 'ready' AND voice IS NOT NULL ORDER BY id DESC LIMIT 1`;

import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rows } from '../queue/rows.ts';

const frame = z.int();

/** Everything that is laid along a film. */
export const SourceTimeline = z
  .object({
    shots: z.array(z.object({ id: z.uuid(), index: z.int(), start: frame, end: frame })),
    tracks: z
      .array(
        z.object({
          id: z.uuid(),
          shot: z.int().describe('The number of its shot'),
          performer: z.uuid(),
          start: frame,
          end: frame,
          frontal: z.number().nullable().describe('1 into the camera, 0 turned away by 90°'),
          height: z.number().describe('Of the face, as a share of the picture’s height'),
        }),
      )
      .nullable()
      .describe('Every face through every shot; null for those who may not see performers'),
  })
  .meta({ id: 'SourceTimeline' });

type Timeline = z.input<typeof SourceTimeline>;

/** Reads all shots of a source and, if `faces` says so, all its face tracks, in two statements. */
export async function sourceTimeline(tx: EntityManager, source: string, faces: boolean): Promise<Timeline> {
  const shots = await rows<Timeline['shots'][number]>(
    tx,
    `SELECT id, "index", start, "end" FROM shots WHERE source = $1 ORDER BY "index"`,
    [source],
  );
  const tracks = faces ? await rows<NonNullable<Timeline['tracks']>[number]>(tx, TRACKS, [source]) : null;
  return { shots, tracks };
}

const TRACKS = `
  SELECT id, shot, performer, start, "end", frontal, height FROM face_tracks WHERE source = $1 ORDER BY shot, start, id`;

import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rows } from '../queue/rows.ts';
import type { FaceFlag, LipFlag } from '../reviews/tables.ts';
import { TAKE_RANK } from './shotStates.ts';

/** What a reviewer should look at: lips of a dub, or faces of a replacement. */
export const DubFlags = z
  .object({
    faces: z
      .array(
        z.object({
          take: z.uuid(),
          shot: z.int().describe('The number of the shot in the film'),
          frames: z.object({ start: z.int(), end: z.int() }),
          timecode: z.string(),
          performer: z.string(),
          sentence: z.string().describe('What is to be looked at there'),
        }),
      )
      .describe('Of a replacement'),
    flags: z.array(
      z.object({
        take: z.uuid(),
        shot: z.int().describe('The number of the shot in the film'),
        line: z.int().describe('The number of the line in its script'),
        ipa: z.string().describe('The sound that asked for the shape'),
        frame: z.int(),
        timecode: z.string(),
        performer: z.string(),
        wantedGap: z.number().describe('Between the inner lips, as it was asked for, in eye distances'),
        seenGap: z.number().nullable().describe('The same, measured in the new picture'),
      }),
    ),
  })
  .meta({ id: 'DubFlags' });

interface FlaggedTake {
  readonly take: string;
  readonly shot: number;
  readonly flags: readonly LipFlag[] | null;
  readonly faces: readonly FaceFlag[] | null;
}

/** Reads what is to be looked at in the take of each shot that counts, in one statement. */
export async function dubFlags(tx: EntityManager, dub: string): Promise<z.input<typeof DubFlags>> {
  const takes = await rows<FlaggedTake>(tx, FLAGGED, [dub]);
  return {
    flags: takes.flatMap(({ take, shot, flags }) => (flags ?? []).map((flag) => ({ take, shot, ...flag }))),
    faces: takes.flatMap(({ take, shot, faces }) => (faces ?? []).map((flag) => ({ take, shot, ...flag }))),
  };
}

const FLAGGED = `
  WITH counting AS (
    SELECT DISTINCT ON (shot) id, shot, flags, face_flags FROM takes WHERE dub = $1
    ORDER BY shot, ${TAKE_RANK} DESC, number DESC)
  SELECT counting.id AS take, shots."index" AS shot, flags, face_flags AS faces
  FROM shots JOIN counting ON counting.shot = shots.id
  WHERE shots.source = (SELECT source FROM dubs WHERE id = $1)
    AND (jsonb_array_length(flags) > 0 OR jsonb_array_length(face_flags) > 0)
  ORDER BY shots."index"`;

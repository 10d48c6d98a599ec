import { z } from 'zod';
import { count, frameSpan, storedFile } from './outcomeParts.ts';

/** Who is in the donor footage. */
export const trackDonors = z.object({
  donors: z.array(
    z.object({
      name: z.string().describe('Of the file.'),
      people: z
        .array(
          z.object({
            person: z.string(),
            shots: count,
            seconds: z.number().describe('On the screen.'),
            height: z.number().describe('Of the largest face, as a share of the picture’s height.'),
            shown: z.boolean().describe('Whether they are taken for the shown performer.'),
          }),
        )
        .describe('Everybody in it, most seen first.'),
    }),
  ),
});

const sentences = z.array(z.string());

/** What was learned of the shown performer's face. */
export const learnFaces = z.object({
  frames: count.describe('Of the shown performer’s face, in all footage.'),
  trusted: count.describe('Those that faces may be taken from.'),
});

const passedFaces = z
  .array(z.object({ reason: z.string(), frames: count }))
  .describe('Frames in which the head stays as it was, by why.');

/** Which faces are made in which shots. */
export const planFaces = z.object({
  missing: sentences.describe('What the footage of the shown performer lacks, and what would help.'),
  shots: z.array(
    z.object({
      shot: z.int(),
      frames: frameSpan,
      performers: z.array(z.string()).describe('Whose heads get another face.'),
      faces: count.describe('Faces to render; every head counts in every frame.'),
      left: count.describe('Heads left as they were.'),
      passed: passedFaces,
      workSeconds: z
        .number()
        .describe('What a worker is expected to need, in seconds of one processor core.'),
    }),
  ),
});

/** What a reviewer should look at. */
export const inspectFaces = z.object({
  report: storedFile,
  flags: z
    .array(
      z.object({
        shot: z.int(),
        ...{ frames: frameSpan, timecode: z.string(), performer: z.string() },
        sentence: z.string().describe('What a reviewer should look at there.'),
      }),
    )
    .describe('Where a head was left as it was, or something was kept in front of the new face.'),
  untouchedEqual: z.boolean(),
});

import { z } from 'zod';

const frame = z.int().min(0);

/** What one mouth does in a line; the numbers stand one a frame, from `start` on. */
const mouthInShot = z.object({
  shot: z.int().describe('The number of the shot in the film'),
  performer: z.string(),
  track: z.string().describe('The face track in the shot'),
  start: frame.describe('Frames of the film, from start up to, not including, end'),
  end: frame,
  seen: z
    .array(z.number().nullable())
    .describe(
      'How far the old lips stand apart: the mean of three gaps at the middle of the inner lips, in distances ' +
        'between the outer corners of the eyes; null where the mouth was not seen or cannot be trusted',
    ),
  wanted: z.array(z.number()).describe('How far the line needs them apart, in the same unit'),
  strength: z
    .array(z.number().min(0).max(1))
    .describe(
      'How much of the new mouth is shown: 1 all of it, between where it comes or goes, 0 the old mouth',
    ),
  passed: z
    .array(z.object({ reason: z.string(), start: frame, end: frame }))
    .describe('Where the old mouth stays, and why'),
});

/** What is known of a line at planning: its sounds, the shapes that they need, and every mouth that says it. */
export const lineMouth = z.object({
  index: z.int().describe('The number of the line in the script, from 0'),
  text: z.string().describe('As it was planned'),
  character: z.string().nullable(),
  phones: z
    .array(
      z.object({
        ipa: z.string().describe('`_` for silence'),
        start: z.number().describe('Seconds from the first frame'),
        end: z.number(),
        confidence: z.number(),
        word: z.string().nullable(),
      }),
    )
    .describe('The sounds as they were heard in the voice'),
  cues: z
    .array(
      z.object({
        shape: z.enum(['closed', 'lip-to-teeth', 'rounded', 'open', 'rest']),
        ipa: z.string(),
        start: z.number(),
        end: z.number(),
        origin: z.literal('mark').optional().describe('A mark in the script asks for it, not the sound'),
        amount: z.number().optional().describe('How round, 0 to 1, where people want it so'),
      }),
    )
    .describe('The shapes that the mouth must reach'),
  mouths: z.array(mouthInShot),
});

/** What is known of a line at planning: its sounds, the shapes that they need, and every mouth that says it. */
export type LineMouth = z.infer<typeof lineMouth>;

/** What one mouth does in a line. */
export type MouthInShot = z.infer<typeof mouthInShot>;

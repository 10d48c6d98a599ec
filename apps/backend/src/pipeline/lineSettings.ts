import type { CueEdit } from '@mondwerk/lipsync';
import { z } from 'zod';

/** How a person wants one sound of a line to look. */
export const cueEdit = z.strictObject({
  cue: z.strictObject({
    phone: z
      .int()
      .min(0)
      .max(10_000)
      .describe('Its number among the phones of the line, from 0, pauses counted.'),
    ipa: z
      .string()
      .min(1)
      .max(20)
      .describe('What was heard there: where that has changed the edit does nothing.'),
  }),
  shift: z
    .number()
    .min(-0.2)
    .max(0.2)
    .optional()
    .describe('Seconds by which the mouth makes it later; negative: earlier.'),
  strength: z.number().min(0).max(2).optional().describe('How far the mouth moves for it, 1 as predicted.'),
  muted: z.boolean().optional().describe('The mouth makes nothing of it.'),
  shape: z
    .enum(['closed', 'lip-to-teeth', 'rounded', 'open', 'rest'])
    .optional()
    .describe('The shape that it gets instead of its own.'),
}) satisfies z.ZodType<CueEdit>;

/** At most so many sounds of a line are edited; longer lines than this nobody says in one breath. */
const MOST_EDITS = 500;

/** The fields of a line's settings, each on its own. */
export const lineSettingFields = {
  offset: z
    .number()
    .min(-0.5)
    .max(0.5)
    .describe('Seconds by which the mouth moves later than the voice; negative: earlier.'),
  strength: z.number().min(0.5).max(1.5).describe('How far the mouth moves, 1 as predicted.'),
  leave: z.boolean().describe('Leave the mouth as it was.'),
  cues: z
    .array(cueEdit)
    .max(MOST_EDITS)
    .refine(
      (cues) => new Set(cues.map(({ cue }) => cue.phone)).size === cues.length,
      'must name every phone once',
    )
    .describe('What is wanted of single sounds.'),
};

/** How a person wants the mouth of a line to differ from what the voice says. */
export const lineSettings = z.strictObject(lineSettingFields);

/** How a person wants the mouth of a line to differ from what the voice says. */
export type LineSettings = z.infer<typeof lineSettings>;

/** Nothing is wanted other than the voice says. */
export const AS_SAID: LineSettings = { offset: 0, strength: 1, leave: false, cues: [] };

/** Whether anything is wanted other than the voice says. */
export const differs = ({ offset, strength, leave, cues }: LineSettings): boolean =>
  offset !== 0 || strength !== 1 || leave || cues.length > 0;

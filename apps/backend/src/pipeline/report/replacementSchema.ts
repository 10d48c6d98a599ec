import { z } from 'zod';
import {
  copied,
  film,
  frameSpan,
  generators,
  models,
  proof,
  replacing,
  settingsFileSaid,
  shot,
  stages,
  sum,
} from './reportParts.ts';

const settings = z.object({
  draft: z.boolean(),
  lossless: z.boolean(),
  splice: z.boolean().optional(),
  strength: z.number().describe('How much of a face is the shown performer’s, 1 wholly.'),
  stretch: frameSpan.describe('The frames of the film that OUT holds.'),
  shots: z.array(z.int()).nullable().describe('Only in these shots; null: in all.'),
  file: settingsFileSaid,
});

/** The shape of the report that `replace` writes; `version` rises when a field changes its meaning. */
export const replacementSchema = z.object({
  version: z.literal(1),
  kind: z.literal('replacement'),
  mondwerk: z.object({ version: z.string(), code: z.string() }),
  film,
  out: z.string(),
  settings,
  performers: z.array(z.object({ id: z.string(), shots: z.int(), seconds: z.number() })),
  ...replacing,
  shots: z.array(shot),
  proof: z.array(proof),
  generators,
  copied: z.array(copied).optional().describe('With --splice: what was copied, ascending.'),
  ...{ sum, stages, models },
});

/** What a run tells about the faces that it replaced. */
export type ReplacementReport = z.infer<typeof replacementSchema>;

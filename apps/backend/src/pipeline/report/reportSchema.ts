import { z } from 'zod';
import { LINE_PROBLEMS, MISMATCHES, type LineProblem, type MismatchReason } from '../lines/lineCodes.ts';
import {
  copied,
  film,
  frameSpan,
  inputFile,
  generators,
  models,
  proof,
  replacing,
  rights,
  settingsFileSaid,
  shot,
  stages,
  sum,
} from './reportParts.ts';

const timeSpan = z.object({ start: z.number(), end: z.number() });

const conformed = z
  .object({
    driftAtEnd: z.number().describe('Seconds by which it was early at the end of the film; negative: late.'),
    pieces: z
      .array(z.object({ from: z.number(), to: z.number(), at: z.number() }))
      .describe('Seconds of the voice, and where in the film they are heard.'),
  })
  .nullable()
  .describe('How a voice that drifted was laid anew; null when it was not changed.');

const voice = inputFile
  .extend({
    seconds: z.number(),
    conformed,
    files: z
      .array(inputFile.extend({ seconds: z.number(), character: z.string().nullable() }))
      .optional()
      .describe('The files that are heard together.'),
  })
  .describe(
    'The dubbed voice; of several files, their names, the SHA-256 of their sums, one a line, and the longest.',
  );

const heardVoice = z.object({
  files: z.array(z.string()),
  lines: z.array(z.int()).describe('The lines that were looked for in them.'),
  conformed,
});

const settings = z.object({
  draft: z.boolean(),
  lossless: z.boolean(),
  fitVoice: z.boolean(),
  voiceAsIs: z.boolean(),
  followLoudness: z.boolean().optional(),
  onlyVisible: z.boolean().optional(),
  splice: z.boolean().optional(),
  strength: z.number().optional(),
  stretch: frameSpan.describe('The frames of the film that OUT holds.'),
  file: settingsFileSaid,
});

const phone = z.object({
  ipa: z.string(),
  span: timeSpan,
  confidence: z.number().min(0).max(1),
  word: z.string().optional(),
});

const cue = z.object({
  shape: z.enum(['closed', 'lip-to-teeth', 'rounded', 'open', 'rest']),
  ipa: z.string(),
  span: timeSpan,
  origin: z.literal('mark').optional().describe('A mark in the script asks for it, not the sound.'),
});

const line = z.object({
  index: z.int(),
  text: z.string(),
  character: z.string().nullable(),
  span: timeSpan,
  timecode: z.string(),
  performer: z.string().nullable().describe('Who says it in the picture; null when nobody in it does.'),
  doubt: z.string().nullable().describe('Why the choice of the performer may be wrong.'),
  by: z
    .enum(['person', 'only-face', 'character', 'voice', 'movement', 'largest', 'free-face', 'nobody-seen'])
    .optional()
    .describe('What decided whose mouth says it.'),
  sureness: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How sure that is: 0 a guess, 1 as people said; where it is said in several shots, the least.'),
  confidence: z.number(),
  fits: z.boolean().describe('Whether the voice carries these words, at a speed that can be spoken.'),
  problem: z
    .enum(Object.keys(LINE_PROBLEMS) as LineProblem[])
    .nullable()
    .optional()
    .describe('What does not fit between the line and its voice.'),
  lateBy: z
    .number()
    .nullable()
    .optional()
    .describe('Seconds by which it is heard later than its script says; negative: earlier.'),
  phones: z.array(phone),
  cues: z.array(cue),
  mismatch: z
    .object({
      score: z.number().describe('0 nothing to see, 1 all wrong.'),
      reason: z.enum(Object.keys(MISMATCHES) as MismatchReason[]),
      says: z.string().describe('The reason in a sentence.'),
    })
    .nullable()
    .optional()
    .describe('How visibly the old mouth says something else; null where no mouth can be compared.'),
  leftAlone: z
    .string()
    .nullable()
    .optional()
    .describe('Why its mouths were left as they were on purpose; null when they were not.'),
  frames: z.object({ rendered: z.int(), passed: z.int() }),
});

const lip = z.object({
  line: z.int(),
  ipa: z.string(),
  frame: z.int(),
  timecode: z.string(),
  performer: z.string(),
  wantedGap: z.number().describe('Gap between the inner lips that was asked for, in eye distances.'),
  seenGap: z
    .number()
    .nullable()
    .describe('The same measured again in the rendered picture; null when it was not.'),
  reached: z.boolean().nullable(),
});

const seenMouth = z
  .object({
    frames: z.int().describe('Frames of the film in which the mouth is seen well.'),
    elsewhere: z.int().describe('The same of other footage.'),
    open: z.int().describe('Those of both in which it is open.'),
    openings: z.int().describe('How often it opened.'),
    widest: z.number().describe('How far at most, in eye distances.'),
    speaks: z.enum(['never', 'little', 'plenty']),
    needed: z.string().nullable().describe('What is needed to let it speak; null where nothing is.'),
  })
  .describe('How much of the speaking mouth was seen; only of those who are dubbed.');

const otherFootage = inputFile.extend({
  performers: z
    .array(
      z.object({
        performer: z.string(),
        likeness: z.number().describe('Cosine of the faces there and in the film.'),
        doubt: z.string().nullable().describe('Why it may be somebody else.'),
        tracks: z.int(),
        seconds: z.number(),
        mouths: z.int().describe('New mouths that were made from it.'),
        frames: z.int().describe('Different frames that they were made from.'),
      }),
    )
    .describe('Which performers were found in it; nobody: it was left unused.'),
});

/** The shape of REPORT.json; `version` rises when a field changes its meaning. Documented in docs/report.md. */
export const reportSchema = z.object({
  version: z.literal(1),
  mondwerk: z.object({ version: z.string(), code: z.string() }),
  film,
  proxy: inputFile
    .extend({ width: z.int(), height: z.int() })
    .optional()
    .describe('The proxy that the dub was planned on, where it was not the film itself.'),
  voice,
  voices: z.array(heardVoice).optional().describe('What was heard by itself, and which lines in it.'),
  script: inputFile.extend({
    lines: z.int(),
    heard: z
      .object({
        origin: z
          .enum(['transcribed', 'draft'])
          .describe('Whether a speech model understood the words, or only where somebody speaks was heard.'),
        model: z.object({ name: z.string(), sha256: z.string() }).nullable(),
      })
      .optional()
      .describe('How the script was heard in the voice; left out where people gave one.'),
  }),
  language: z.string(),
  rights: rights.optional(),
  original: inputFile.extend({ lines: z.int(), language: z.string() }).nullable(),
  out: z.string(),
  settings,
  performers: z.array(
    z.object({ id: z.string(), shots: z.int(), seconds: z.number(), seen: seenMouth.optional() }),
  ),
  footage: z.array(otherFootage).optional().describe('Other footage of the performers that was given.'),
  lines: z.array(line),
  lips: z.array(lip),
  shots: z.array(shot),
  proof: z.array(proof),
  copied: z.array(copied).optional().describe('With --splice: what was copied, ascending.'),
  replaced: replacing.replaced
    .optional()
    .describe('Whose faces were put on whose heads before it was dubbed; left out: everybody has their own.'),
  disclosure: replacing.disclosure.optional().describe('What has to be said where faces were replaced.'),
  generators,
  ...{ sum, stages, models },
});

/** What a run tells about the dub that it made. */
export type Report = z.infer<typeof reportSchema>;

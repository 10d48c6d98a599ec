import { z } from 'zod';
import {
  LEFT_OUT,
  LINE_PROBLEMS,
  MISMATCHES,
  type LeftOut,
  type LineProblem,
  type MismatchReason,
} from './lines/lineCodes.ts';
import { inspectFaces, learnFaces, planFaces, trackDonors } from './faceOutcomes.ts';
import { takeFiles } from './orders.ts';
import { count, frameSpan, storedFile } from './outcomeParts.ts';
import type { StageName } from './stages.ts';

/** A file that a stage has stored. */
export type StoredFile = z.infer<typeof storedFile>;

const box = z.object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() });

const probe = z.object({
  container: z.string(),
  codec: z.string(),
  format: z.string(),
  width: z.int(),
  height: z.int(),
  frames: count,
  seconds: z.number(),
  rate: z.object({ num: z.int(), den: z.int() }),
  variable: z.boolean(),
  timecode: z.string().optional(),
  colour: z.object({
    range: z.string(),
    matrix: z.string(),
    transfer: z.string(),
    primaries: z.string(),
    chromaLocation: z.string(),
  }),
  audio: z.array(
    z.object({
      codec: z.string(),
      channels: z.int(),
      sampleRate: z.int(),
      language: z.string().nullable(),
      title: z.string().nullable(),
    }),
  ),
});

const makeProxy = z.object({
  proxy: storedFile,
  index: storedFile.describe('When each frame is shown, and where the proxy can be entered.'),
  thumbnails: z.object({ index: storedFile, sheets: z.array(storedFile) }),
  peaks: storedFile
    .extend({ perSecond: count, pairs: count })
    .nullable()
    .describe('The loudness of the sound over time; null where the film is silent.'),
});

const cutShots = z.object({ shots: z.array(z.object({ shot: z.int(), frames: frameSpan })) });

const trackFaces = z.object({
  tracks: z.array(
    z.object({
      track: z.string(),
      frames: frameSpan,
      seen: count.describe('In how many of its frames the face was seen.'),
      height: z.number().describe('Median height of the face in pixels.'),
      frontal: z.number().describe('1 into the camera, 0 turned away by 90°; the median.'),
      portrait: z.string().nullable().describe('The key of a small picture of the face.'),
      boxes: z.array(z.object({ frame: z.int(), box })).describe('In the first, middle and last frame.'),
    }),
  ),
});

const findPerformers = z.object({
  performers: z.array(z.object({ performer: z.string(), tracks: z.array(z.string()) })),
});

const codesOf = <Code extends string>(sentences: Readonly<Record<Code, string>>) =>
  z.enum(Object.keys(sentences) as Code[]);

const lineProblem = codesOf<LineProblem>(LINE_PROBLEMS)
  .nullable()
  .describe('What does not fit between the line and its voice.');

const alignSpeech = z.object({
  driftAtEnd: z
    .number()
    .nullable()
    .describe(
      'Seconds by which the voice is early at the end, where it drifts; of several, the furthest off.',
    ),
  lines: z.array(
    z.object({
      line: z.int(),
      span: z.object({ start: z.number(), end: z.number() }),
      confidence: z.number(),
      fits: z.boolean().describe('Whether the voice carries these words, at a speed that can be spoken.'),
      problem: lineProblem,
    }),
  ),
});

const hearLines = z.object({
  origin: z.enum(['transcribed', 'draft']),
  model: z.object({ name: z.string(), sha256: z.string() }).nullable().describe('What understood the words.'),
  language: z.string().nullable(),
  script: storedFile.describe('The lines as SubRip.'),
  lines: z.array(
    z.object({
      index: z.int(),
      text: z.string(),
      character: z.string().optional(),
      span: z.object({ start: z.number(), end: z.number() }),
    }),
  ),
});

const makeVoice = z.object({
  voice: storedFile.describe('The dub’s voice for browsers, as long as the film.'),
  peaks: storedFile.extend({ perSecond: count, pairs: count }).describe('Its loudness over time.'),
});

const castPerformers = z.object({
  spoken: z.array(
    z.object({
      line: z.int(),
      shot: z.int(),
      frames: frameSpan,
      performer: z.string().nullable(),
      doubt: z.string().nullable(),
    }),
  ),
});

const buildAtlas = z.object({
  performers: z.array(
    z.object({
      ...{ performer: z.string(), frames: count, trusted: count },
      speaks: z
        .enum(['never', 'little', 'plenty'])
        .optional()
        .describe('How much of the speaking mouth was seen; never: it will hardly open.'),
    }),
  ),
});

const staleEdit = z.object({ line: z.int(), phone: z.int(), ipa: z.string() });

const cueMouths = z.object({
  shots: z.array(z.int()),
  cues: count,
  stale: z.array(staleEdit).describe('Edits of sounds that are not there any more: they do nothing.'),
});

/** What a plan tells of one line of the script. */
const plannedLine = z.object({
  line: z.int(),
  span: z.object({ start: z.number(), end: z.number() }),
  confidence: z.number(),
  fits: z.boolean(),
  problem: lineProblem,
  lateBy: z
    .number()
    .nullable()
    .describe('Seconds by which it is heard later than its script says; negative: earlier.'),
  spoken: z.array(
    z.object({
      shot: z.int(),
      frames: frameSpan,
      performer: z.string().nullable(),
      doubt: z.string().nullable(),
      rendered: count.describe('Frames that get a new mouth.'),
      passed: z
        .array(z.object({ reason: z.string(), frames: count }))
        .describe('Frames in which the mouth stays as it was, by why.'),
    }),
  ),
  rendered: count.describe('Frames that get a new mouth for it, in all shots.'),
  mismatch: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('How visibly the old mouth says something else; null where no mouth can be compared.'),
  mismatchReason: codesOf<MismatchReason>(MISMATCHES).nullable(),
  leftOut: codesOf<LeftOut>(LEFT_OUT).nullable().describe('Why it gets no new mouth at all.'),
  bytes: z
    .object({ start: count, end: count })
    .describe('The part of `mouths` that tells what the mouths do in it.'),
});

const planLines = z.object({
  lines: z.array(plannedLine),
  mouths: storedFile.describe('What the mouths do, line by line: JSON, a line of text a line of the script.'),
  shots: z.array(
    z.object({
      shot: z.int(),
      frames: frameSpan,
      performers: z.array(z.string()),
      lines: z.array(z.int()),
      mouths: count.describe('Mouths to render; every performer counts in every frame.'),
      left: count.describe('Mouths left as they were, because they cannot be trusted.'),
      workSeconds: z
        .number()
        .describe('What a worker is expected to need, in seconds of one processor core.'),
    }),
  ),
});

const gatherSources = z.object({ cutouts: count, bytes: count });

const renderMouths = z.object({
  take: takeFiles,
  preview: storedFile.describe('The take for the web, exactly its frames.'),
  rendered: count,
  passed: count,
  untouchedEqual: z
    .boolean()
    .describe('Whether every sample outside the new mouths is the film’s own, by its hash.'),
  bytes: count.describe('Of its lossless pictures.'),
});

const draftLine = z.object({
  preview: storedFile.describe('The line for the web, exactly its frames.'),
  frames: frameSpan.describe('Of the film, those of the preview.'),
  line: frameSpan.describe('In which the line is heard.'),
  rendered: count,
  passed: z
    .array(z.object({ reason: z.string(), mouths: count }))
    .describe('Mouths that stay as they were, and why.'),
  stale: z.array(staleEdit).describe('Edits of sounds that are not there any more: they do nothing.'),
});

const lipFlag = z.object({
  shot: z.int(),
  line: z.int(),
  ipa: z.string(),
  frame: z.int(),
  timecode: z.string(),
  performer: z.string(),
  wantedGap: z.number(),
  seenGap: z.number().nullable(),
});

const inspect = z.object({
  report: storedFile,
  lips: z.object({ checked: count, reached: count, flags: z.array(lipFlag) }),
  untouchedEqual: z.boolean(),
});

const gatherFaces = gatherSources;

const renderFaces = renderMouths;

const conformVoice = z.object({ conformed: z.boolean() });

const conformFilm = z.object({ parts: count, frames: count, fromTakes: count });

const seal = z.object({
  film: storedFile,
  files: z
    .array(storedFile.extend({ name: z.string() }))
    .describe('The whole package: the film, edit decision lists, report and sums.'),
  frames: count,
  changed: z.array(z.object({ shot: z.int(), take: z.int(), frames: frameSpan })),
});

/** The shape of what every stage tells when it has ended: small, for people and the database; files are named by key. */
export const outcomes = {
  ...{ probe, makeProxy, cutShots, trackFaces, findPerformers },
  ...{ hearLines },
  ...{ alignSpeech, makeVoice, castPerformers, buildAtlas, cueMouths, planLines },
  ...{ gatherSources, renderMouths, inspect, draftLine },
  ...{ trackDonors, learnFaces, planFaces, gatherFaces, renderFaces, inspectFaces },
  ...{ conformVoice, conformFilm, seal },
} as const satisfies Record<StageName, z.ZodType>;

/** What each stage tells when it has ended. */
export type OutcomeOf = { readonly [S in StageName]: z.infer<(typeof outcomes)[S]> };

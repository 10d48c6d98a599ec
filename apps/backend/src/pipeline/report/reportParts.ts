import { z } from 'zod';

/** Frames of the film, half open. */
export const frameSpan = z.object({ start: z.int(), end: z.int() });

/** A file that was given. */
export const inputFile = z.object({ file: z.string(), sha256: z.string() });

/** The film that was changed. */
export const film = inputFile.extend({
  width: z.int(),
  height: z.int(),
  format: z.string(),
  frames: z.int(),
  rate: z.string().describe('Nominal frames per second, as a fraction.'),
  variable: z.boolean(),
  seconds: z.number(),
  audioTracks: z.int(),
});

/** What was changed in one shot, and what was left and why. */
export const shot = z.object({
  index: z.int(),
  frames: frameSpan,
  timecode: z.string(),
  changed: z.array(
    z.object({
      performer: z.string(),
      track: z.string(),
      what: z.literal('face').optional().describe('The whole face was replaced; left out: the mouth is new.'),
      frames: z.int(),
      inFront: z
        .int()
        .optional()
        .describe('Of these frames, how many had something in front of it that was kept.'),
      box: z.object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() }),
    }),
  ),
  passed: z.array(
    z.object({ performer: z.string(), track: z.string(), reason: z.string(), frames: z.array(frameSpan) }),
  ),
});

/** That everything else is as it was. */
export const proof = z.object({
  frames: frameSpan,
  source: z.string().describe('SHA-256 of every sample outside the boxes, in the film.'),
  result: z.string().describe('The same in the result, before encoding.'),
  equal: z.boolean(),
  boxes: z
    .array(z.string())
    .optional()
    .describe(
      'The boxes of changed mouths and faces: for each frame that has any, its number and each box as left,top,right,bottom ' +
        '(the last two outside), by spaces; not in reports from before verify.',
    ),
});

/** Pictures that were copied as they are coded. */
export const copied = z.object({
  frames: frameSpan,
  bytes: z.int().describe('Of the coded pictures.'),
  sha256: z
    .string()
    .describe(
      'Of the coded pictures of these frames, in the order of decoding; the same in the film and in OUT.',
    ),
});

/** On what faces were rendered. */
export const rights = z
  .object({
    basis: z
      .object({ file: z.string(), sha256: z.string(), performers: z.array(z.string()).readonly() })
      .nullable()
      .describe('The recorded basis that was given, and whom it names.'),
    declaration: z.string().nullable().describe('What the operator declared, where no basis was given.'),
    footage: z.array(inputFile).optional().describe('Other footage that it extends to.'),
    operator: z.string(),
    at: z.iso.datetime(),
  })
  .describe('On what the faces were rendered; not in reports from before this was asked.');

/** A settings file that was given. */
export const settingsFileSaid = inputFile
  .extend({ said: z.looseObject({}).describe('What it says (docs/picture-settings.md).') })
  .optional()
  .describe('The settings file; left out where none was given.');

/** SHA-256 over the rest of a report. */
export const sum = z
  .string()
  .optional()
  .describe('SHA-256 of the report without this field, as JSON without spaces: tells one that was edited.');

/** How long each stage took. */
export const stages = z.array(z.object({ stage: z.string(), seconds: z.number(), reused: z.boolean() }));

/** The networks that worked. */
export const models = z.array(
  z.object({
    name: z.string(),
    package: z.string(),
    version: z.string(),
    licence: z.string(),
    originalLicence: z.string(),
    sha256: z.record(z.string(), z.string()),
  }),
);

/** Networks that a studio brought and that worked. */
export const generators = z
  .array(
    z.object({
      name: z.string(),
      form: z.string(),
      sha256: z.string(),
      licence: z.string().describe('As whoever added it said.'),
      use: z.enum(['commercial', 'non-commercial', 'research']).describe('What that licence allows.'),
      holder: z.string().nullable(),
      performer: z.string().nullable().describe('Whose face it makes; null: anybody’s.'),
    }),
  )
  .optional()
  .describe('Networks that a studio brought and that worked; left out: none did.');

/** Whose face was put on whose head. */
export const replacedHead = z.object({
  performer: z.string().describe('Whose head it is, as `mondwerk inspect` tells them.'),
  replaced: z.string().describe('The name of that performer.'),
  shown: z.string().describe('The name of the performer whose face it has.'),
  rights: rights.optional(),
  likeness: z.number().describe('Cosine of both faces, as they are.'),
  footage: z
    .array(
      inputFile.extend({
        person: z.string().describe('Who in it is the shown performer.'),
        seconds: z.number().describe('On the screen there.'),
        faces: z.int().describe('New faces that were made from it.'),
        frames: z.int().describe('Different frames of it that they were made from.'),
      }),
    )
    .describe('What the face was taken from.'),
  frames: z.object({ rendered: z.int(), passed: z.int() }),
  missing: z.array(z.string()).describe('What the footage lacks, in sentences.'),
});

/** Whose faces were put on whose heads, and what has to be said of that. */
export const replacing = {
  replaced: z.array(replacedHead).min(1),
  disclosure: z.string().describe('What has to be said to those who see the film.'),
};

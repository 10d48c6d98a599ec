import { z } from 'zod';
import { lineSettings } from './lineSettings.ts';
import type { Act } from './stages.ts';
import { takeMasks, takePicture } from './wishes/takeWishes.ts';

/** A file in storage: where it lies, what it holds, and the name by which people know it. */
export const storedInput = z.object({
  key: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
});

/** How far a mouth moves, 1 as predicted: from mumbled to exaggerated. */
export const strength = z.number().min(0.5).max(1.5);

/** How much of a face is the shown performer's: 1 wholly, less lets the replaced performer's show through. */
export const faceStrength = z.number().min(0.1).max(1);

/** A file in storage that an order names. */
export type StoredInput = z.infer<typeof storedInput>;

const lexiconEntry = z.object({
  word: z.string(),
  said: z.string(),
  language: z.string().optional().describe('BCP 47: only in lines of this language.'),
});

const heardScript = z.object({
  origin: z.enum(['transcribed', 'draft']),
  model: z.object({ name: z.string(), sha256: z.string() }).nullable(),
});

const scriptInput = storedInput.extend({
  language: z.string().describe('BCP 47.'),
  heard: heardScript.optional().describe('How it was heard in the voice; left out where people gave it.'),
  lexicon: z
    .array(lexiconEntry)
    .min(1)
    .optional()
    .describe('How words of this script are said; left out where readers know them all.'),
});

const frameSpan = z.object({ start: z.int().min(0), end: z.int().min(0) });

/** What is asked of one take. The defaults are what the plan says. */
export const takeSettings = z.object({
  delay: z
    .number()
    .min(-0.5)
    .max(0.5)
    .default(0)
    .describe('Seconds by which the mouths shall move later than the plan says; negative: earlier.'),
  opening: z.number().min(0.5).max(1.5).default(1).describe('How far the mouths move, 1 as the plan says.'),
  untouched: z
    .array(frameSpan)
    .default([])
    .describe('Frames of the film in which every mouth stays as it was.'),
  leaveAlone: z.array(z.string()).default([]).describe('Performers whose mouths stay as they were.'),
  picture: takePicture.optional().describe('How the new mouths are laid in; left out: as usual.'),
  masks: takeMasks.optional().describe('Polygons that a person drew over mouths.'),
});

/** What is asked of one take. */
export type TakeSettings = z.infer<typeof takeSettings>;

const base = z.object({
  /** The work folder that all orders of a title share is named after it. */
  title: z.uuid(),
  source: storedInput,
});

const analyse = base.extend({ proxy: z.object({ burnTimecode: z.boolean() }) });

const transcribe = base.extend({
  sounds: z
    .array(storedInput.extend({ character: z.string().nullable() }))
    .min(1)
    .nullable()
    .describe('The voice files, each heard by itself; null: the sound of the film.'),
  language: z.string().nullable().describe('BCP 47; null: it is recognised.'),
  words: z
    .boolean()
    .describe('Whether a speech model writes down the words; else only where somebody speaks.'),
});

const spoken = base.extend({
  stems: z
    .array(storedInput.extend({ character: z.string().nullable() }))
    .min(1)
    .describe('The dubbed voice, one mix or several files that are heard together.'),
  script: scriptInput,
  settings: z.object({
    fitVoice: z
      .boolean()
      .describe('Pad the voice with silence or cut it where it is not as long as the film.'),
    voiceAsIs: z.boolean().describe('Keep the pauses of a voice that drifts from the times of its script.'),
    followLoudness: z.boolean().default(true).describe('Move mouths further where the voice is louder.'),
    onlyVisible: z
      .boolean()
      .default(false)
      .describe('Leave lines alone that the old mouths nearly say already.'),
  }),
});

/** Whom people say that a character or a line is said by; `null`: nobody on the screen, the mouths are left alone. */
const performer = z.string().nullable();

const casting = z.object({
  characters: z.array(z.object({ character: z.string(), performer })),
  lines: z.array(z.object({ line: z.int().min(0), performer })),
});

/** What people decided about who says what; it goes before what the pipeline finds out. */
export type Casting = z.infer<typeof casting>;

const plan = spoken.extend({
  original: scriptInput
    .nullable()
    .describe('The original dialogue, to learn how these performers articulate.'),
  performers: z
    .array(z.object({ id: z.string(), tracks: z.array(z.string()), strength: strength.default(1) }))
    .nullable()
    .describe('As people merged, split and ignored them; null: as they were found.'),
  casting,
  lineSettings: z
    .array(lineSettings.extend({ line: z.int().min(0) }))
    .default([])
    .describe('Of the lines whose mouths people want other than the voice says.'),
});

const render = plan.extend({
  shots: z.array(z.object({ shot: z.int().min(0), take: z.int().min(1), settings: takeSettings })).min(1),
});

const draft = plan.extend({
  draft: z.object({
    line: z.int().min(0),
    shots: z.array(z.int().min(0)).min(1).describe('In which it is said: no other face is rendered.'),
    settings: lineSettings,
  }),
  proxy: storedInput.nullable().describe('The film as browsers play it; null: the source is shown.'),
});

const match = base.extend({
  replaced: z
    .object({ id: z.string(), tracks: z.array(z.string()).min(1) })
    .describe('Whose head it is, with its tracks in the film as people merged and split them.'),
  shown: z
    .object({ id: z.string(), name: z.string(), tracks: z.array(z.string()).nullable() })
    .describe('Whose face is put on it; their tracks where they are seen in the film too, else null.'),
  donors: z
    .array(
      storedInput.extend({
        person: z
          .string()
          .nullable()
          .default(null)
          .describe('Who in it is the shown performer, as trackDonors tells them; null: plain to see.'),
      }),
    )
    .describe('Footage of the shown performer; none where the film itself is it.'),
  shots: z.array(z.int().min(0)).min(1).nullable().describe('Those to be matched; null: all.'),
  settings: z
    .object({
      strength: faceStrength.default(1),
      generator: z
        .string()
        .optional()
        .describe('The network that makes the face; left out: none, it is taken from footage.'),
      restorer: z.string().optional().describe('The network that restores it, last; left out: none.'),
    })
    .default({ strength: 1 }),
  commercial: z
    .boolean()
    .optional()
    .describe('Whether the title is, and so which networks may be used for it; left out: it is.'),
});

const replace = match.extend({
  shots: z.array(z.object({ shot: z.int().min(0), take: z.int().min(1), settings: takeSettings })).min(1),
});

/** The lossless pictures of one shot: parts, in order. */
export const takeFiles = z.object({
  shot: z.int().min(0),
  take: z.int().min(1),
  frames: frameSpan,
  parts: z.array(z.object({ key: z.string(), sha256: z.string(), frames: frameSpan })).min(1),
});

/** The lossless pictures of one shot, in parts. */
export type TakeFiles = z.infer<typeof takeFiles>;

const file = z.object({ file: z.string(), sha256: z.string() });

/** Whose head has whose face in a film that is delivered, where, and on which recorded rights. */
export const deliveredReplacement = z.object({
  replaced: z.string().describe('The name of the performer whose head it is.'),
  shown: z.string().describe('The name of the performer whose face it has.'),
  shots: z.array(z.int().min(0)).describe('Numbers of the shots in the film in which it was replaced.'),
  film: file.describe('The film in which it was replaced.'),
  footage: z.array(file).describe('Footage of the shown performer; none: that film itself.'),
  networks: z
    .array(z.string())
    .describe('Networks that made or restored the faces, by name; none: they are taken from footage.'),
  rights: z.array(
    z.object({
      performer: z.string(),
      kind: z.string(),
      signer: z.string(),
      signedOn: z.string(),
      validTo: z.string().nullable(),
      evidenceSha256: z.string().nullable().describe('Of the signed paper, where there is one.'),
    }),
  ),
});

/** Whose head has whose face in a film that is delivered. */
export type DeliveredReplacement = z.infer<typeof deliveredReplacement>;

/** Without stems and script nothing is laid under the film: its own sounds stay as they are. */
const deliver = spoken.partial({ stems: true, script: true, settings: true }).extend({
  replaced: z
    .array(deliveredReplacement)
    .optional()
    .describe('Whose heads have whose faces in what is delivered; left out: everybody has their own.'),
  originalLanguage: z
    .string()
    .nullable()
    .describe('BCP 47: what the film’s own sounds are labelled with where they do not tell their language.'),
  takes: z
    .array(takeFiles.extend({ performers: z.array(z.string()).describe('Names, for people.') }))
    .describe('The approved takes; every other frame is the source’s own.'),
  profile: z.enum(['h264', 'prores']),
  out: z.string().describe('The key of the film to write: .mp4 or .mov.'),
});

/** The shape of every act's order: immutable, kept with the run, all that a stage is told. */
export const orders = {
  ...{ analyse, transcribe, plan, render, draft },
  ...{ match, replace, deliver },
} as const satisfies Record<Act, z.ZodType>;

/** The order of each act. */
export type OrderOf = { readonly [A in Act]: z.infer<(typeof orders)[A]> };

/** What a source is to be looked at for. */
export type AnalyseOrder = OrderOf['analyse'];

/** What is to be written down. */
export type TranscribeOrder = OrderOf['transcribe'];

/** Whatever a dub's voice says, and where. */
export type SpokenOrder = z.infer<typeof spoken>;

/** What a dub is planned from. */
export type PlanOrder = OrderOf['plan'];

/** Which shots of a planned dub are rendered, and how. */
export type RenderOrder = OrderOf['render'];

/** Which line of a planned dub is shown with other settings. */
export type DraftOrder = OrderOf['draft'];

/** Whose face is put on whose head, and where it is taken from. */
export type MatchOrder = OrderOf['match'];

/** Which shots of a matched replacement are rendered, and how. */
export type ReplaceOrder = OrderOf['replace'];

/** What is put together to a film. */
export type DeliverOrder = OrderOf['deliver'];

/** Whether a film is delivered with a voice of its own, as dubs are. */
export const isSpoken = (order: DeliverOrder): order is DeliverOrder & SpokenOrder =>
  order.stems !== undefined && order.script !== undefined && order.settings !== undefined;

/** The prefix under which everything lies that stages make for a title. */
export const workPrefix = (title: string): string => `titles/${title}/work`;

import { z } from 'zod';
import { lineSettingFields } from '../lineSettings.ts';
import { wish, wishFields } from './wish.ts';

const time = z
  .union([z.string().min(1).max(40), z.number().min(0)])
  .describe('A time from the film’s first frame: 00:01:20:12, 1:20.5 or seconds.');

const shotNumber = z
  .int()
  .min(0)
  .max(1_000_000)
  .describe('A shot by its number, as inspect and the report count them, from 0.');

/** Where something holds: a shot, or a span of the film. */
const whereFields = { shot: shotNumber.optional(), from: time.optional(), to: time.optional() };

interface Where {
  readonly shot?: number | undefined;
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
}

const saysWhere = ({ shot, from, to }: Where): boolean =>
  shot === undefined ? from !== undefined && to !== undefined : from === undefined && to === undefined;

const WHERE = { message: 'must say where: either shot, or both from and to' };

const shotWish = z.strictObject({ ...whereFields, ...wishFields }).refine(saysWhere, WHERE);

const lineWish = z.strictObject({
  line: z.int().min(0).max(1_000_000).describe('Its number, as the report counts lines, from 0.'),
  text: z
    .string()
    .optional()
    .describe('What it says: given, it must be the line’s text, so that a changed script is noticed.'),
  ...wishFields,
  offset: lineSettingFields.offset.optional(),
  cues: lineSettingFields.cues.optional(),
});

const corner = z.array(z.number().min(-20_000).max(20_000)).length(2);

const shape = z
  .strictObject({
    frame: z.int().min(0).optional().describe('The frame of the film, from 0.'),
    at: time.optional(),
    corners: z.array(corner).min(3).max(200).describe('x, y of each, at least three.'),
  })
  .refine(({ frame, at }) => (frame === undefined) !== (at === undefined), {
    message: 'must say when: either frame or at',
  });

/** Shapes of a mask, in the order of their times. */
const shapes = z
  .array(shape)
  .min(1)
  .max(10_000)
  .refine((all) => all.every(({ corners }) => corners.length === all[0]?.corners.length), {
    message: 'must all have as many corners as the first, so that each moves to its next place',
  })
  .describe(
    'Key frames: between two the corners move evenly, before the first and after the last they rest.',
  );

/** What every mask says besides where it holds. */
export const maskFields = {
  performer: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Only over this performer’s mouth: an id or a character; every mouth when left out.'),
  shows: z
    .enum(['frame', 'mouth'])
    .describe('What is seen inside: the frame’s own pixels, or the new mouth whatever lies in front of it.'),
  unit: z
    .enum(['pixels', 'picture'])
    .describe('What corners are counted in: the film’s pixels, or shares of its width and height, 0 to 1.'),
  feather: z
    .number()
    .min(0)
    .max(500)
    .optional()
    .describe('Width of the soft edge in pixels, or as a share of the height; a 200th of it when left out.'),
  shapes,
};

const mask = z.strictObject({ ...whereFields, ...maskFields }).refine(saysWhere, WHERE);

/** The shape of a settings file: what is wanted of mouths, the more particular before the less. */
export const settingsFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1).describe('The version of this shape.'),
  all: wish.optional().describe('Of every mouth.'),
  performers: z
    .record(z.string().min(1).max(200), wish)
    .optional()
    .describe('Of one performer’s mouth, by id as inspect names it, or by character. Before all.'),
  shots: z
    .array(shotWish)
    .max(100_000)
    .optional()
    .describe('In a shot or a span of the film. Before performers.'),
  lines: z.array(lineWish).max(100_000).optional().describe('While a line is said. Before shots.'),
  masks: z.array(mask).max(10_000).optional().describe('Polygons that are drawn over mouths.'),
});

/** What a settings file says. */
export type SettingsFile = z.infer<typeof settingsFile>;

/** The JSON Schema of settings files. */
export const settingsJsonSchema = (): object => ({
  title: 'What is wanted of the mouths of a dub (mondwerk dub --settings)',
  ...z.toJSONSchema(settingsFile, { io: 'input' }),
});

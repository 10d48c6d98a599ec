import { z } from 'zod';
import { idOf, Moment } from '../http/schemas.ts';
import { takeSettings } from '../pipeline/orders.ts';
import { VERDICTS, type TakeRow } from './tables.ts';
import { takeStates } from './takeStates.ts';

const Frames = z.object({ start: z.int(), end: z.int().describe('The frame after the last') });

/** A take, as the API shows it. */
export const Take = z
  .object({
    id: z.uuid(),
    dub: z.uuid(),
    shot: z.uuid(),
    index: z.int().describe('The number of its shot in the film'),
    number: z.int(),
    state: z.enum(takeStates),
    run: z.uuid(),
    frames: Frames,
    mouths: z
      .object({ rendered: z.int(), passed: z.int() })
      .describe(
        'New mouths, or faces of a replacement, and those left as they were because they could not be trusted',
      ),
    untouchedEqual: z
      .boolean()
      .describe('Whether every sample outside the new mouths or faces is the film’s own, by its hash'),
    bytes: z.int().describe('Of its lossless pictures in storage'),
    preview: z.object({ bytes: z.int(), sha256: z.string() }),
    performers: z.array(z.uuid()).readonly(),
    flagged: z
      .int()
      .nullable()
      .describe(
        'Lips that did not reach their shape, or places to look at in replaced faces (GET /dubs/{dub}/flags); null until they have been measured',
      ),
    settings: takeSettings,
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Take' });

/** Shows a take. */
export function showTake({ result, flags, faceFlags, ...take }: TakeRow): z.input<typeof Take> {
  const { take: files, preview, rendered, passed, untouchedEqual, bytes } = result;
  return {
    ...take,
    ...{ untouchedEqual, bytes },
    index: files.shot,
    frames: files.frames,
    mouths: { rendered, passed },
    flagged: (flags ?? faceFlags)?.length ?? null,
    preview: { bytes: preview.bytes, sha256: preview.sha256 },
  };
}

const Reason = z.string().trim().min(1).max(4000);

const { delay, opening, untouched } = takeSettings.shape;

/** How the next take shall differ from the one that is sent back. */
export const TakeChanges = z
  .strictObject({
    delay: delay.unwrap().describe('Seconds by which the mouths shall move later; negative: earlier'),
    opening: opening.unwrap().describe('How far the mouths move, 1 as the plan says'),
    untouched: untouched
      .unwrap()
      .max(1000)
      .describe('Frames of the film in which every mouth stays as it was'),
    leaveAlone: z.array(idOf('performers')).max(100).describe('Performers whose mouths stay as they were'),
  })
  .partial();

/** What somebody decides about a take. */
export const NewVerdict = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('approved'), reason: Reason.nullable().default(null) }),
  z.strictObject({
    verdict: z.literal('sent-back'),
    reason: Reason,
    settings: TakeChanges.default({}),
    render: z.boolean().default(false).describe('Whether the next take is rendered at once'),
  }),
]);

/** What somebody decides about a take. */
export type NewVerdict = z.output<typeof NewVerdict>;

/** What was decided about a take, as the API shows it. */
export const Verdict = z
  .object({
    id: z.uuid(),
    take: z.uuid(),
    dub: z.uuid(),
    verdict: z.enum(VERDICTS),
    reason: z.string().nullable(),
    settings: takeSettings.nullable().describe('Of the next take, where this one was sent back'),
    run: z.uuid().nullable().describe('The run that renders the next take'),
    author: z.uuid().nullable(),
    madeAt: Moment,
  })
  .meta({ id: 'Verdict' });

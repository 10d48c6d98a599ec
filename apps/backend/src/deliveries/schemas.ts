import { z } from 'zod';
import { Moment } from '../http/schemas.ts';
import { Territories } from '../rights/scope.ts';
import { DELIVERY_STATES, PROFILES, type DeliveryRow } from './tables.ts';

/** A delivery, as the API shows it. */
export const Delivery = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    dub: z.uuid(),
    number: z.int(),
    profile: z.enum(PROFILES),
    state: z.enum(DELIVERY_STATES),
    problem: z.string().nullable().describe('Why it could not be made'),
    run: z.uuid().nullable(),
    takes: z.array(z.uuid()).readonly().describe('The approved takes that it is made from'),
    originalShots: z
      .array(z.int())
      .readonly()
      .describe('Numbers of shots that were planned but keep the original picture'),
    territories: z.array(z.string()).readonly().nullable(),
    files: z
      .array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() }))
      .describe('What is in it, once it is ready'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Delivery' });

/** Shows a delivery; where its files lie is nobody's business. */
export const showDelivery = (delivery: DeliveryRow): z.input<typeof Delivery> => ({
  ...delivery,
  files: delivery.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
});

/** What is to be delivered. */
export const NewDelivery = z.object({
  profile: z.enum(PROFILES).describe('H.264 in MP4, or ProRes 422 HQ in MOV'),
  shots: z
    .array(z.int().min(0))
    .min(1)
    .max(100_000)
    .nullable()
    .default(null)
    .describe('Numbers of the shots to change; null for all that were planned'),
  withoutUnapproved: z
    .boolean()
    .default(false)
    .describe('Whether shots without an approved take are delivered with the original picture'),
  withOlderVoice: z
    .boolean()
    .default(false)
    .describe('Whether takes that were rendered to another voice than the current one are delivered'),
  territories: Territories.describe(
    'Where it will be shown, as ISO 3166 codes, if that is to be checked against the rights',
  ),
});

/** What is to be delivered. */
export type NewDelivery = z.output<typeof NewDelivery>;

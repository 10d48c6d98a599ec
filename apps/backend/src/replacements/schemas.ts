import { z } from 'zod';
import { idOf, Moment } from '../http/schemas.ts';
import { faceStrength } from '../pipeline/orders.ts';

const Named = z.object({ id: z.uuid(), name: z.string() });

const Network = z.string().trim().min(1).max(100).nullable();

const Settings = z.object({
  strength: faceStrength
    .default(1)
    .describe(
      'How much of the face is the shown performer’s: 1 wholly, less lets the replaced performer’s show through',
    ),
  generator: Network.default(null).describe(
    'A network that makes the face, as `mondwerk models` lists it on the workers; null: it is taken from footage',
  ),
  restorer: Network.default(null).describe('A network that restores the face, last; null: none'),
});

/** A replacement, as the API shows it. */
export const Replacement = z
  .object({
    id: z.uuid().describe('Its takes, notes and deliveries are asked for at /dubs/{dub} with the same id'),
    title: z.uuid(),
    source: z.uuid(),
    replaced: Named.describe('The performer whose head is in the film'),
    shown: Named.describe('The performer whose face is put on it'),
    donors: z
      .array(z.object({ upload: z.uuid(), name: z.string(), person: z.string().nullable() }))
      .describe('Footage of the shown performer, and who in it they are; null: that is plain to see'),
    shots: z.array(z.int()).readonly().nullable().describe('Numbers of shots; null for all'),
    settings: Settings,
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Replacement' });

const fields = {
  replaced: idOf('performers').describe('The performer whose head is in the film'),
  shown: idOf('performers').describe(
    'The performer whose face is put on it, by name: seen in the film, or named with POST /titles/{title}/performers',
  ),
  donors: z
    .array(
      z.object({
        upload: idOf('uploads').describe('A ready upload for the purpose donor-footage'),
        person: z
          .string()
          .min(1)
          .max(100)
          .nullable()
          .default(null)
          .describe('Who in it is the shown performer, as its plan tells them; null: plain to see'),
      }),
    )
    .max(50)
    .refine(
      (donors) => new Set(donors.map(({ upload }) => upload)).size === donors.length,
      'must not name a file twice',
    )
    .describe('Footage of the shown performer; none where the film itself is it'),
  shots: z
    .array(z.int().min(0))
    .min(1)
    .max(100_000)
    .refine((shots) => new Set(shots).size === shots.length, 'must not name a shot twice')
    .nullable()
    .describe('Numbers of the shots in which the face is replaced; null for all'),
  settings: Settings,
};

/** A replacement that somebody wants. */
export const NewReplacement = z.object({
  ...fields,
  source: idOf('sources').optional().describe('The newest source of the title when not given'),
  donors: fields.donors.default([]),
  shots: fields.shots.default(null),
  settings: fields.settings.default(Settings.parse({})),
});

/** A replacement that somebody wants. */
export type NewReplacement = z.output<typeof NewReplacement>;

/** What is to be different about one. */
export const ReplacementChanges = z
  .object(fields)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** What is to be different about one. */
export type ReplacementChanges = z.output<typeof ReplacementChanges>;

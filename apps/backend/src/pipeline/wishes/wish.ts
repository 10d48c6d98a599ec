import { USUAL_PICTURE, type PictureSettings } from '@mondwerk/compositing';
import type { PlanSettings } from '@mondwerk/lipsync';
import { USUAL_PLAN } from '@mondwerk/lipsync';
import { z } from 'zod';

/** What plain words about sources mean. */
export const SOURCE_WORDS = {
  usual: { ownShot: USUAL_PLAN.ownShot, longRuns: USUAL_PLAN.longRuns },
  any: { ownShot: 0, longRuns: 1 },
  'own shot': { ownShot: 30, longRuns: 1 },
  'long runs': { ownShot: 1, longRuns: 4 },
} as const;

/** How a new mouth is laid into its frame: each field as the engine does it where it is left out. */
export const pictureWishFields = {
  region: z
    .number()
    .min(0.7)
    .max(1.3)
    .optional()
    .describe('Size of the region that the new mouth may fill, 1 as usual.'),
  feather: z.number().min(0.25).max(3).optional().describe('Width of that region’s soft edge, 1 as usual.'),
  colour: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How far the new mouth’s colour and light are drawn to the frame’s, 0 not at all, 1 wholly.'),
  grain: z
    .number()
    .min(0)
    .max(2)
    .optional()
    .describe('How much of the film’s grain the new mouth is given, 1 as much as the face round it has.'),
  sharpness: z
    .number()
    .min(0.5)
    .max(1.5)
    .optional()
    .describe('Fine detail of the new mouth, 1 as in its source and frame.'),
};

/** From which frames a new mouth is taken, and how calmly it moves. */
export const planWishFields = {
  smoothing: z
    .number()
    .min(0)
    .max(3)
    .optional()
    .describe('How strongly the mouth is calmed from frame to frame, 1 as usual, 0 not at all.'),
  sources: z
    .union([
      z.enum(['usual', 'any', 'own shot', 'long runs']),
      z.strictObject({
        ownShot: z.number().min(0).max(100).optional().describe('How dear other shots are, 1 as usual.'),
        longRuns: z.number().min(0).max(10).optional().describe('How dear short runs are, 1 as usual.'),
      }),
    ])
    .optional()
    .describe('Which frames of the performer are liked best as sources.'),
};

/** Everything that may be wanted of a mouth wherever it is. */
export const wishFields = {
  strength: z.number().min(0.5).max(1.5).optional().describe('How far the mouth moves, 1 as predicted.'),
  ...pictureWishFields,
  ...planWishFields,
  leave: z.boolean().optional().describe('Leave the mouth as it was.'),
};

/** What is wanted of a mouth; what is left out is as usual, or as something less particular says. */
export const wish = z.strictObject(wishFields);

/** What is wanted of a mouth; what is left out is as usual, or as something less particular says. */
export type Wish = z.infer<typeof wish>;

/** The more particular wish goes before the less particular one, field by field. */
export const over = (less: Wish, more: Wish): Wish => ({
  ...less,
  ...(Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as Wish),
});

/** How a wish wants the mouth laid into its frame. */
export const pictureOf = (wished: Wish): PictureSettings => ({
  region: wished.region ?? USUAL_PICTURE.region,
  feather: wished.feather ?? USUAL_PICTURE.feather,
  colour: wished.colour ?? USUAL_PICTURE.colour,
  grain: wished.grain ?? USUAL_PICTURE.grain,
  sharpness: wished.sharpness ?? USUAL_PICTURE.sharpness,
});

/** How a wish wants the mouth planned. */
export function planOf({ smoothing, sources = 'usual' }: Wish): PlanSettings {
  const { ownShot, longRuns } = typeof sources === 'string' ? SOURCE_WORDS[sources] : sources;
  return {
    smoothing: smoothing ?? USUAL_PLAN.smoothing,
    ownShot: ownShot ?? USUAL_PLAN.ownShot,
    longRuns: longRuns ?? USUAL_PLAN.longRuns,
  };
}

import { z } from 'zod';

/** A share of the picture's width or height. */
const share = z.number().min(0).max(1);

/** What a reviewer draws over a frame: strokes, in shares of the picture, so that it fits a proxy as well as the film. */
export const Drawing = z
  .object({
    strokes: z
      .array(
        z.object({
          colour: z
            .string()
            .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #ff8800')
            .toLowerCase(),
          width: z.number().gt(0).max(0.1).describe('A share of the picture’s width'),
          points: z
            .array(z.tuple([share, share]))
            .min(1)
            .max(2_000)
            .describe('x, y from the top left corner'),
        }),
      )
      .min(1)
      .max(200),
  })
  .refine(({ strokes }) => strokes.reduce((sum, { points }) => sum + points.length, 0) <= 20_000, {
    error: 'must not have more than 20,000 points',
  })
  .meta({ id: 'Drawing' });

/** What a reviewer draws over a frame. */
export type Drawing = z.output<typeof Drawing>;

import { z } from 'zod';

/** How a dub is aligned with its film. */
export const DubSettings = z
  .object({
    fitVoice: z
      .boolean()
      .default(false)
      .describe('Pad a voice with silence, or cut it, where it is not as long as the film'),
    voiceAsIs: z
      .boolean()
      .default(false)
      .describe('Keep the pauses of a voice that drifts from the times of its script'),
  })
  .meta({ id: 'DubSettings' });

/** How a dub is aligned with its film. */
export type DubSettings = z.output<typeof DubSettings>;

import { z } from 'zod';

/** How a dub is aligned with its film, and what of it is shown. */
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
    followLoudness: z
      .boolean()
      .default(true)
      .describe('Move mouths further where the voice shouts, and less far where it murmurs'),
    onlyVisible: z
      .boolean()
      .default(false)
      .describe('Leave lines alone that the old mouths nearly say already'),
  })
  .meta({ id: 'DubSettings' });

/** How a dub is aligned with its film. */
export type DubSettings = z.output<typeof DubSettings>;

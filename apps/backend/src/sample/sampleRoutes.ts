import { z } from 'zod';
import { route } from '../http/route.ts';
import { addSample } from './addSample.ts';

/** The sample: something real for whoever has nothing yet. */
export const sampleRoutes = [
  route({
    name: 'titles.sample',
    method: 'POST',
    path: '/titles/sample',
    does: 'Create a title with a short film, a Spanish voice and scripts of our own, to try everything on',
    may: 'titles:create',
    reply: z.object({ id: z.uuid().describe('The title'), dub: z.uuid() }),
    handle: ({ tx, actor }, platform) => addSample(tx, platform, actor),
  }),
];

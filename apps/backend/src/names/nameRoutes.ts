import { z } from 'zod';
import { route } from '../http/route.ts';
import { suggestNames } from './suggestNames.ts';

const Suggestion = z.object({
  word: z.string(),
  occurrences: z.int().describe('How often the scripts have it'),
  languages: z.array(z.string()).describe('Of the scripts that have it, BCP 47'),
  example: z.string().describe('A line that has it'),
});

/** Names: words of scripts of which somebody should say how they are said. */
export const nameRoutes = [
  route({
    name: 'pronunciations.suggest',
    method: 'GET',
    path: '/titles/{title}/pronunciations/suggestions',
    does: 'List words of the scripts of a title that are likely names and have no pronunciation, the surest first',
    may: 'pronunciations:read',
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    reply: z.object({ items: z.array(Suggestion) }),
    handle: async ({ tx, params, query }) => ({
      items: (await suggestNames(tx, params.title, query.limit)).map((found) => ({
        ...found,
        languages: [...found.languages],
      })),
    }),
  }),
];

import { z } from 'zod';
import { cards } from '@mondwerk/models';
import { route } from '../http/route.ts';

const Model = z
  .object({
    name: z.string(),
    purpose: z.string(),
    vendor: z.string(),
    package: z.string().describe('The npm package that the weights are taken from'),
    version: z.string(),
    packageLicence: z.string(),
    originalLicence: z.string().describe('What is known of the licence of the weights themselves'),
    allows: z
      .object({
        commercialUse: z.enum(['yes', 'unknown']),
        territory: z.enum(['worldwide', 'unknown']).describe('Where it may be used'),
      })
      .describe('What that licence allows; unknown is no permission'),
    sha256: z.object({ graph: z.string(), weights: z.string() }),
  })
  .meta({ id: 'Model' });

/** Models: what Mondwerk sees faces with, and under which licences. */
export const modelRoutes = [
  route({
    name: 'models.list',
    method: 'GET',
    path: '/models',
    does: 'List the models that are used, with their licences and sums',
    may: 'models:read',
    reply: z.object({ items: z.array(Model) }),
    handle: () => ({
      items: cards.map(({ source, ...card }) => ({
        ...card,
        package: source.package,
        version: source.version,
        sha256: { graph: source.graphSha256, weights: source.weightsSha256 },
      })),
    }),
  }),
];

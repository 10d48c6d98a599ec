import { z } from 'zod';
import { route } from '../http/route.ts';
import { Moment } from '../http/schemas.ts';
import { listWorkers } from './listWorkers.ts';

const Doing = z.object({
  job: z.uuid(),
  run: z.uuid(),
  title: z.uuid(),
  stage: z.string(),
  shot: z.int().nullable(),
  done: z.int(),
  total: z.int().nullable(),
  unit: z.string().nullable(),
});

const Worker = z
  .object({
    id: z.uuid(),
    name: z.string(),
    host: z.string(),
    capabilities: z.array(z.string()),
    concurrency: z.int(),
    version: z.string(),
    startedAt: Moment,
    seenAt: Moment,
    endedAt: Moment.nullable().describe('When it stopped or was found dead'),
    busy: z.int().describe('How many jobs it has in hand, of all organisations'),
    doing: z.array(Doing).describe('Those of your organisation'),
  })
  .meta({ id: 'Worker' });

/** Workers: the processes that do the jobs. */
export const workerRoutes = [
  route({
    name: 'workers.list',
    method: 'GET',
    path: '/workers',
    does: 'List the workers that are there, with what they are doing',
    may: 'workers:read',
    query: z.object({
      ended: z
        .stringbool()
        .default(false)
        .describe('Whether those of the last day that have ended are shown too'),
    }),
    reply: z.object({ items: z.array(Worker) }),
    handle: async ({ tx, actor, query }) => ({
      items: await listWorkers(tx, actor.organisation, query.ended),
    }),
  }),
];

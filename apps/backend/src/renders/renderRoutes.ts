import { z } from 'zod';
import { Priority } from '../dubs/planRoutes.ts';
import { route } from '../http/route.ts';
import { idOf } from '../http/schemas.ts';
import { takeSettings } from '../pipeline/orders.ts';
import { Run, showRun } from '../runs/showRuns.ts';
import { startRender } from './startRender.ts';

const NewRender = z.object({
  shots: z
    .array(z.object({ shot: idOf('shots'), settings: takeSettings.optional() }))
    .min(1)
    .max(10_000)
    .optional()
    .describe('All planned shots but those that are approved when not given'),
  priority: Priority.optional(),
  reason: z.string().trim().min(1).max(500).optional(),
});

/** Renders: new takes of the shots of a plan. */
export const renderRoutes = [
  route({
    name: 'renders.create',
    method: 'POST',
    path: '/plans/{plan}/renders',
    does: 'Render shots of a plan, if the rights of everyone in them are recorded',
    may: 'runs:create',
    body: NewRender,
    reply: z.object({
      run: Run,
      shots: z.int(),
      frames: z.int(),
      seconds: z.number().describe('What it is expected to take of one processor core'),
    }),
    handle: async ({ tx, params, body, actor }, { runner }) => {
      const { run, ...cost } = await startRender(tx, runner, {
        ...body,
        plan: params.plan,
        askedBy: actor.person,
      });
      return { ...cost, run: await showRun(tx, run.id) };
    },
  }),
];

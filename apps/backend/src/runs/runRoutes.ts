import { z } from 'zod';
import { route } from '../http/route.ts';
import { PageQuery, pageOf } from '../http/schemas.ts';
import { Job, JobStateName, listJobs, Stage } from './showJobs.ts';
import { listRuns, Run, showRun } from './showRuns.ts';

const Reason = z.string().trim().min(1).max(500);
const Why = z.object({ reason: Reason.optional() });
const RunQuery = PageQuery.extend({
  state: Run.shape.state.optional(),
  act: Run.shape.act.optional(),
});

/** Runs: what the pipeline was asked for, and its jobs. */
export const runRoutes = [
  route({
    name: 'runs.list',
    method: 'GET',
    path: '/runs',
    does: 'List the runs of the organisation, the newest first',
    may: 'runs:read',
    query: RunQuery,
    reply: pageOf(Run),
    handle: ({ tx, actor: { organisation }, query: { state, act, ...page } }) =>
      listRuns(tx, page, { organisation, ...(state && { state }), ...(act && { act }) }),
  }),
  route({
    name: 'runs.listOfTitle',
    method: 'GET',
    path: '/titles/{title}/runs',
    does: 'List the runs of a title, the newest first',
    may: 'runs:read',
    query: RunQuery,
    reply: pageOf(Run),
    handle: ({ tx, params: { title }, query: { state, act, ...page } }) =>
      listRuns(tx, page, { title, ...(state && { state }), ...(act && { act }) }),
  }),
  route({
    name: 'runs.read',
    method: 'GET',
    path: '/runs/{run}',
    does: 'Show a run',
    may: 'runs:read',
    reply: Run,
    handle: ({ tx, params }) => showRun(tx, params.run),
  }),
  route({
    name: 'runs.jobs',
    method: 'GET',
    path: '/runs/{run}/jobs',
    does: 'List the jobs of a run: how far each is, why it failed, what it cost',
    may: 'runs:read',
    query: PageQuery.extend({ state: JobStateName.optional(), stage: Stage.optional() }),
    reply: pageOf(Job),
    handle: ({ tx, params: { run }, query: { state, stage, ...page } }) =>
      listJobs(tx, page, { run, ...(state && { state }), ...(stage && { stage }) }),
  }),
  route({
    name: 'runs.cancel',
    method: 'POST',
    path: '/runs/{run}/cancel',
    does: 'Stop a run for good, unless it is retried',
    may: 'runs:edit',
    body: Why,
    status: 200,
    reply: Run,
    handle: async ({ tx, params, body }, { runner }) => {
      await runner.cancel(tx, params.run, body.reason);
      return showRun(tx, params.run);
    },
  }),
  route({
    name: 'runs.pause',
    method: 'POST',
    path: '/runs/{run}/pause',
    does: 'Stop a run until it is resumed',
    may: 'runs:edit',
    body: Why,
    status: 200,
    reply: Run,
    handle: async ({ tx, params, body }, { runner }) => {
      await runner.pause(tx, params.run, body.reason);
      return showRun(tx, params.run);
    },
  }),
  route({
    name: 'runs.resume',
    method: 'POST',
    path: '/runs/{run}/resume',
    does: 'Let a paused run go on',
    may: 'runs:edit',
    status: 200,
    reply: Run,
    handle: async ({ tx, params }, { runner }) => {
      await runner.resume(tx, params.run);
      return showRun(tx, params.run);
    },
  }),
  route({
    name: 'runs.retry',
    method: 'POST',
    path: '/runs/{run}/retry',
    does: 'Try again what failed or was cancelled in a run; what is done stays done',
    may: 'runs:edit',
    body: z.object({ reason: Reason }),
    status: 200,
    reply: Run,
    handle: async ({ tx, params, body }, { runner }) => {
      await runner.retry(tx, params.run, body.reason);
      return showRun(tx, params.run);
    },
  }),
  route({
    name: 'runs.prioritise',
    method: 'POST',
    path: '/runs/{run}/priority',
    does: 'Make a run more or less urgent than others; what has begun is not interrupted',
    may: 'runs:edit',
    body: z.object({ priority: z.int().min(0).max(100) }),
    status: 200,
    reply: Run,
    handle: async ({ tx, params, body }, { runner }) => {
      await runner.prioritise(tx, params.run, body.priority);
      return showRun(tx, params.run);
    },
  }),
];

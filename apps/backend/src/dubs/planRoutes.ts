import { In } from 'typeorm';
import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { outcomes } from '../pipeline/outcomes.ts';
import { Runs } from '../queue/tables.ts';
import { Shots } from '../titles/tables.ts';
import { isOutdated } from './isOutdated.ts';
import { StaleEdits, staleEditsOf } from './staleEdits.ts';
import { startPlan } from './plans.ts';
import { PlannedShots, Plans, type PlanRow } from './tables.ts';

/** A plan, as the API shows it. */
export const Plan = z
  .object({
    id: z.uuid(),
    dub: z.uuid(),
    run: z.uuid(),
    state: z.enum(['making', 'ready', 'failed']),
    shots: z.int().describe('How many shots would be rendered'),
    frames: z.int(),
    seconds: z.number().describe('What rendering is expected to take of one processor core'),
    madeAt: Moment,
  })
  .meta({ id: 'Plan' });

const PlannedFaces = z
  .object({
    donors: outcomes.trackDonors.shape.donors.optional().describe('Who was found in the footage'),
    frames: z.int().optional().describe('Of the shown performer’s face, in all footage'),
    trusted: z.int().optional().describe('Those that faces may be taken from'),
    missing: z.array(z.string()).optional().describe('What the footage lacks, and what would help'),
  })
  .nullable()
  .describe('Of a replacement: what was found of the shown performer, as far as it has come');

const PlanInFull = Plan.extend({
  problem: z.string().nullable().describe('Why it failed'),
  hearing: z
    .object({ bytes: z.int(), peaksPerSecond: z.int() })
    .nullable()
    .describe('The size of its voice for browsers and how fine its peaks are; null until they are made'),
  outdated: z.boolean().describe('Whether voice, lines, cast or settings have changed since it was made'),
  staleEdits: StaleEdits,
  faces: PlannedFaces,
}).meta({
  id: 'PlanInFull',
});

const PlannedShot = z
  .object({
    shot: z.uuid(),
    index: z.int(),
    start: z.int().describe('Frames of the shot, from start up to, not including, end'),
    end: z.int(),
    frames: z.int().describe('How many would be rendered'),
    seconds: z.number().describe('What that is expected to take of one processor core'),
    mouths: z
      .int()
      .describe('Mouths, or faces of a replacement, that get new pictures; none: the shot is not rendered'),
    leftAlone: z.int().describe('Those that stay as they were because they cannot be trusted'),
    matches: z
      .boolean()
      .describe('Whether nobody would notice the old mouths: they nearly say the new lines'),
    lines: z.array(z.int()).describe('The numbers of the lines that are said in it'),
    performers: z.array(z.uuid()),
  })
  .meta({ id: 'PlannedShot' });

const hearingOf = ({ voice }: PlanRow): z.input<typeof PlanInFull>['hearing'] =>
  voice && { bytes: voice.voice.bytes, peaksPerSecond: voice.peaks.perSecond };

/** Any priority: higher goes first; 10 is work for the night, 50 somebody waits, 100 a reviewer waits. */
export const Priority = z.int().min(0).max(100);

/** Plans: what would be rendered for a dub, before anyone pays for it. */
export const planRoutes = [
  route({
    name: 'plans.create',
    method: 'POST',
    path: '/dubs/{dub}/plans',
    does: 'Plan a dub from its voice, its lines and its cast as they are now, or a replacement from its footage',
    may: 'plans:create',
    body: z.object({ priority: Priority.optional() }),
    reply: Plan,
    handle: ({ tx, params, body, actor }, platform) =>
      startPlan(tx, platform, params.dub, { ...body, askedBy: actor.person }),
  }),
  route({
    name: 'plans.list',
    method: 'GET',
    path: '/dubs/{dub}/plans',
    does: 'List the plans of a dub, the newest first',
    may: 'plans:read',
    query: PageQuery,
    reply: pageOf(Plan),
    handle: ({ tx, params, query }) =>
      readPage<PlanRow>(tx, Plans, query, { where: { dub: params.dub }, newestFirst: true }),
  }),
  route({
    name: 'plans.read',
    method: 'GET',
    path: '/plans/{plan}',
    does: 'Show a plan',
    may: 'plans:read',
    reply: PlanInFull,
    handle: async ({ tx, params }) => {
      const plan = await tx.findOneByOrFail(Plans, { id: params.plan });
      const run = await tx.findOne(Runs, { select: { id: true, reason: true }, where: { id: plan.run } });
      const problem = plan.state === 'failed' ? (run?.reason ?? null) : null;
      return {
        ...plan,
        problem,
        hearing: hearingOf(plan),
        outdated: await isOutdated(tx, plan),
        staleEdits: await staleEditsOf(tx, plan),
      };
    },
  }),
  route({
    name: 'plans.shots',
    method: 'GET',
    path: '/plans/{plan}/shots',
    does: 'List the shots of a plan in their order',
    may: 'plans:read',
    query: PageQuery,
    reply: pageOf(PlannedShot),
    handle: async ({ tx, params, query }) => {
      const page = await readPage(tx, PlannedShots, query, { where: { plan: params.plan } });
      const shots = await tx.findBy(Shots, { id: In(page.items.map(({ shot }) => shot)) });
      const byId = new Map(shots.map((shot) => [shot.id, shot]));
      const items = page.items.map((planned) => {
        const { index, start, end } = byId.get(planned.shot)!;
        return {
          ...planned,
          lines: [...planned.lines],
          performers: [...planned.performers],
          index,
          start,
          end,
        };
      });
      return { ...page, items };
    },
  }),
];

import { text } from 'node:stream/consumers';
import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { PageQuery, pageOf } from '../http/schemas.ts';
import {
  LEFT_OUT,
  LINE_PROBLEMS,
  MISMATCHES,
  type LeftOut,
  type LineProblem,
  type MismatchReason,
} from '../pipeline/lines/lineCodes.ts';
import { lineMouth, type LineMouth } from '../pipeline/lines/lineMouth.ts';
import type { Storage } from '../storage/storage.ts';
import { PlannedLines, type PlannedLineRow } from './plannedLineTable.ts';
import { readDub } from './requireDub.ts';
import { Plans } from './tables.ts';

const codesOf = <Code extends string>(sentences: Readonly<Record<Code, string>>) =>
  z.enum(Object.keys(sentences) as Code[]);

/** Codes with their sentences, as the description of a schema. */
const explained = (sentences: Readonly<Record<string, string>>): string =>
  Object.entries(sentences)
    .map(([code, sentence]) => `${code}: ${sentence}`)
    .join('; ');

const Spoken = z.object({
  shot: z.int().describe('The number of the shot in the film'),
  start: z.int().describe('Frames in which the line is heard there, from start up to, not including, end'),
  end: z.int(),
  performer: z.uuid().nullable().describe('Whose mouth says it; null: nobody who is seen'),
  doubt: z.string().nullable().describe('Why the choice may be wrong'),
  frames: z.int().describe('How many get a new mouth'),
  passed: z
    .array(z.object({ reason: z.string(), frames: z.int() }))
    .describe('How many stay as they were, by why'),
});

const PlannedLine = z
  .object({
    index: z.int().describe('The number of the line in the script, from 0'),
    start: z.number().describe('Seconds from the first frame: where the voice says it'),
    end: z.number(),
    confidence: z.number().describe('How well the sound fits these words, 0 to 1'),
    fits: z.boolean().describe('Whether the voice carries these words, at a speed that can be spoken'),
    problem: codesOf<LineProblem>(LINE_PROBLEMS)
      .nullable()
      .describe(`What does not fit between the line and its voice. ${explained(LINE_PROBLEMS)}`),
    lateBy: z
      .number()
      .nullable()
      .describe('Seconds by which it is heard later than its script says; negative: earlier'),
    spoken: z.array(Spoken).describe('Where it is heard, shot by shot'),
    frames: z.int().describe('How many frames get a new mouth for it'),
    mismatch: z
      .number()
      .nullable()
      .describe(
        'How visibly the old mouth says something else: the mean over the line’s frames of how far the opening is off, ' +
          '1 from a third of the mouth’s usual opening on and where lips stay open that must meet, times the size of ' +
          'the face; null where no mouth can be compared',
      ),
    mismatchReason: codesOf<MismatchReason>(MISMATCHES).nullable().describe(explained(MISMATCHES)),
    leftOut: codesOf<LeftOut>(LEFT_OUT)
      .nullable()
      .describe(`Why it gets no new mouth at all; null when it does. ${explained(LEFT_OUT)}`),
  })
  .meta({ id: 'PlannedLine' });

const showPlannedLine = ({ spoken, ...line }: PlannedLineRow): z.input<typeof PlannedLine> => ({
  ...line,
  spoken: spoken.map(({ shot, frames, performer, doubt, rendered, passed }) => ({
    ...{ shot, ...frames, performer, doubt, frames: rendered, passed },
  })),
});

const LineMouthShown = lineMouth.meta({ id: 'LineMouth' });

/** Planned lines: what a plan found of every line of its script. */
export const plannedLineRoutes = [
  route({
    name: 'plans.lines',
    method: 'GET',
    path: '/plans/{plan}/lines',
    does: 'List what a plan found of its lines, in their order',
    may: 'plans:read',
    query: PageQuery,
    reply: pageOf(PlannedLine),
    handle: async ({ tx, params, query }) => {
      const page = await readPage(tx, PlannedLines, query, { where: { plan: params.plan }, by: 'index' });
      return { ...page, items: page.items.map(showPlannedLine) };
    },
  }),
  route({
    name: 'plans.mouth',
    method: 'GET',
    path: '/plans/{plan}/lines/{index}/mouth',
    does: 'Show the sounds of a line, the shapes that they need, and frame by frame what each mouth does in it',
    may: 'plans:read',
    reply: LineMouthShown,
    handle: ({ tx, params }, { storage }) => readMouth(tx, storage, params),
  }),
];

async function readMouth(
  tx: EntityManager,
  storage: Storage,
  { plan: id, index }: { readonly plan: string; readonly index: string },
): Promise<LineMouth> {
  const { mouths, dub } = await tx.findOneByOrFail(Plans, { id });
  await readDub(tx, dub, 'keeps the mouths of its film');
  if (mouths === null) {
    throw new Refusal(
      'not-found',
      'This plan does not tell what mouths do: wait until it is ready, or plan the dub anew.',
    );
  }
  const number = /^\d{1,7}$/.test(index) ? Number(index) : -1;
  const line = await tx.findOneBy(PlannedLines, { plan: id, index: number });
  if (line === null) {
    throw new Refusal(
      'not-found',
      `This plan has no line ${index.slice(0, 20)}: GET /plans/{plan}/lines lists them.`,
    );
  }
  const stream = await storage.read(mouths.key, { start: line.mouthsFrom, end: line.mouthsTo });
  return lineMouth.parse(JSON.parse(await text(stream)));
}

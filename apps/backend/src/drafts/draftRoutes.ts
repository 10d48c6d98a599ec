import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { StaleEdits } from '../dubs/staleEdits.ts';
import { rawRoute, route } from '../http/route.ts';
import { idOf, Moment } from '../http/schemas.ts';
import { sendStored } from '../http/sendStored.ts';
import { AS_SAID, lineSettingFields } from '../pipeline/lineSettings.ts';
import { Runs } from '../queue/tables.ts';
import { startDraft } from './startDraft.ts';
import { DRAFT_STATES, Drafts, type DraftRow } from './tables.ts';

const { offset, strength, cues } = lineSettingFields;

/** What a line is drafted with; it is never left as it was. */
const DraftSettings = z.object({ offset, strength, cues });

const Frames = z.object({ start: z.int(), end: z.int() });

const Draft = z
  .object({
    id: z.uuid(),
    dub: z.uuid(),
    plan: z.uuid(),
    run: z.uuid(),
    line: z.int().describe('The number of the line in the script, from 0'),
    settings: DraftSettings.describe('What its mouth is drafted with'),
    state: z.enum(DRAFT_STATES),
    problem: z.string().nullable().describe('Why it could not be made'),
    frames: Frames.nullable().describe('Frames of the film that the preview shows; null until it is ready'),
    lineFrames: Frames.nullable().describe('Frames in which the line is heard; null until it is ready'),
    rendered: z.int().nullable().describe('New mouths in it; null until it is ready'),
    passed: z
      .array(z.object({ reason: z.string(), mouths: z.int() }))
      .describe('Mouths that stay as they were, and why'),
    staleEdits: StaleEdits,
    madeAt: Moment,
  })
  .meta({ id: 'Draft' });

const NewDraft = z.object({
  line: z.int().min(0).max(1_000_000).describe('The number of the line in the script, from 0'),
  settings: z
    .strictObject({
      offset: offset.default(AS_SAID.offset),
      strength: strength.default(AS_SAID.strength),
      cues: cues.default([]),
    })
    .nullable()
    .describe('What its mouth is drafted with; null: as is stored with the line'),
  plan: idOf('plans').optional().describe('What it is drafted from; the newest that is ready when not given'),
});

/** Drafts: a line with other settings, seen at once. */
export const draftRoutes = [
  route({
    name: 'drafts.create',
    method: 'POST',
    path: '/dubs/{dub}/drafts',
    does: 'Draft a line with settings of its own, before all else that waits, if the rights of everyone in it are recorded',
    may: 'drafts:create',
    body: NewDraft,
    status: 202,
    reply: Draft,
    handle: async ({ tx, params, body, actor }, { runner }) =>
      showDraft(tx, await startDraft(tx, runner, { ...body, dub: params.dub, askedBy: actor.person })),
  }),
  route({
    name: 'drafts.read',
    method: 'GET',
    path: '/drafts/{draft}',
    does: 'Show a draft: whether it is ready, and which frames it shows',
    may: 'drafts:read',
    reply: Draft,
    handle: async ({ tx, params }) => showDraft(tx, await tx.findOneByOrFail(Drafts, { id: params.draft })),
  }),
  rawRoute({
    name: 'drafts.preview',
    method: 'GET',
    path: '/drafts/{draft}/preview',
    does: 'Play a draft in the browser: the line, and a few frames before and after it',
    may: 'drafts:read',
    answers: 'video/mp4',
    send: async (call, { storage }) => {
      const draft = await call.tx.findOneByOrFail(Drafts, { id: call.params.draft });
      const { key, sha256 } = resultOf(draft).preview;
      const name = `line-${draft.line + 1}-draft.mp4`;
      await sendStored(call, storage, { key, name, etag: sha256, inline: true });
    },
  }),
];

async function showDraft(tx: EntityManager, { result, ...draft }: DraftRow): Promise<z.input<typeof Draft>> {
  const failed = draft.state === 'failed' || draft.state === 'cancelled';
  const run = failed
    ? await tx.findOne(Runs, { where: { id: draft.run }, select: { id: true, reason: true } })
    : null;
  return {
    ...draft,
    settings: DraftSettings.parse(draft.settings),
    problem: run?.reason ?? null,
    frames: result?.frames ?? null,
    lineFrames: result?.line ?? null,
    rendered: result?.rendered ?? null,
    passed: result?.passed ?? [],
    staleEdits: result?.stale ?? [],
  };
}

function resultOf({ state, result }: DraftRow): NonNullable<DraftRow['result']> {
  if (result !== null) return result;
  const way = state === 'making' ? 'wait until it is ready' : 'ask for another one';
  throw new Refusal('draft-not-ready', `There is nothing to play, the draft is ${state}: ${way}.`);
}

import { Refusal } from '@mondwerk/film';
import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { rawRoute, route } from '../http/route.ts';
import { idOf, pageOf, PageQuery } from '../http/schemas.ts';
import { sendStored } from '../http/sendStored.ts';
import { giveVerdict } from './giveVerdict.ts';
import { lastVerdicts } from './lastVerdicts.ts';
import { NewVerdict, showTake, Take, Verdict } from './schemas.ts';
import { Takes, Verdicts } from './tables.ts';
import { takeStates } from './takeStates.ts';

/** Takes, and what people decide about them. */
export const takeRoutes = [
  route({
    name: 'takes.list',
    method: 'GET',
    path: '/dubs/{dub}/takes',
    does: 'List the takes of a dub, the newest first',
    may: 'takes:read',
    query: PageQuery.extend({
      shot: idOf('shots').optional(),
      state: z.enum(takeStates).optional(),
    }),
    reply: pageOf(Take),
    handle: async ({ tx, params, query: { shot, state, ...page } }) => {
      const where = {
        dub: params.dub,
        ...(shot === undefined ? {} : { shot }),
        ...(state === undefined ? {} : { state }),
      };
      const { items, next } = await readPage(tx, Takes, page, { where, newestFirst: true });
      return { items: items.map(showTake), next };
    },
  }),
  route({
    name: 'takes.read',
    method: 'GET',
    path: '/takes/{take}',
    does: 'Show a take, with what was rendered and what it cost',
    may: 'takes:read',
    reply: Take,
    handle: async ({ tx, params }) => showTake(await tx.findOneByOrFail(Takes, { id: params.take })),
  }),
  rawRoute({
    name: 'takes.preview',
    method: 'GET',
    path: '/takes/{take}/preview',
    does: 'Play a take in the browser: exactly its frames',
    may: 'takes:read',
    answers: 'video/mp4',
    send: async (call, { storage }) => {
      const { result, number } = await call.tx.findOneByOrFail(Takes, { id: call.params.take });
      const { key, sha256 } = result.preview;
      const name = `shot-${result.take.shot}-take-${number}.mp4`;
      await sendStored(call, storage, { key, name, etag: sha256, inline: true });
    },
  }),
  rawRoute({
    name: 'takes.report',
    method: 'GET',
    path: '/takes/{take}/report',
    does: 'Download the report of a take and of those that were rendered with it',
    may: 'takes:read',
    answers: 'application/json',
    send: async (call, { storage }) => {
      const { report, number } = await call.tx.findOneByOrFail(Takes, { id: call.params.take });
      if (report === null) {
        throw new Refusal('not-found', 'This take has not been inspected yet: wait until its run is done.');
      }
      await sendStored(call, storage, { key: report.key, name: `take-${number}.json`, etag: report.sha256 });
    },
  }),
  route({
    name: 'verdicts.list',
    method: 'GET',
    path: '/takes/{take}/verdicts',
    does: 'List what was decided about a take, the newest first',
    may: 'verdicts:read',
    query: PageQuery,
    reply: pageOf(Verdict),
    handle: async ({ tx, params, query }) => {
      const { dub } = await tx.findOneByOrFail(Takes, { id: params.take });
      const where = { take: params.take };
      const { items, next } = await readPage(tx, Verdicts, query, { where, newestFirst: true });
      return { items: items.map((verdict) => ({ ...verdict, dub })), next };
    },
  }),
  route({
    name: 'verdicts.listOfDub',
    method: 'GET',
    path: '/dubs/{dub}/verdicts',
    does: 'List what was decided last about each take of a dub, the newest takes first',
    may: 'verdicts:read',
    query: PageQuery.extend({
      state: z.enum(takeStates).optional().describe('Only of takes that stand so'),
    }),
    reply: pageOf(Verdict),
    handle: async ({ tx, params: { dub }, query: { state, ...page } }) => {
      const where = { dub, ...(state === undefined ? {} : { state }) };
      const takes = await readPage(tx, Takes, page, { where, newestFirst: true, columns: ['id'] });
      const verdicts = await lastVerdicts(
        tx,
        takes.items.map(({ id }) => id),
      );
      return { items: verdicts.map((verdict) => ({ ...verdict, dub })), next: takes.next };
    },
  }),
  route({
    name: 'verdicts.give',
    method: 'POST',
    path: '/takes/{take}/verdicts',
    does: 'Approve a take, or send it back with what the next one shall be like, and render that at once if wished',
    may: 'verdicts:create',
    edits: true,
    body: NewVerdict,
    reply: Verdict,
    handle: ({ tx, actor, params, expected, body }, { runner }) =>
      giveVerdict(tx, runner, { actor, take: params.take, expected, decided: body }),
  }),
];

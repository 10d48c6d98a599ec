import { Refusal } from '@mondwerk/film';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { rawRoute, route } from '../http/route.ts';
import { idOf, PageQuery, pageOf } from '../http/schemas.ts';
import { sendStored } from '../http/sendStored.ts';
import { strength } from '../pipeline/orders.ts';
import { addDonor } from './addDonor.ts';
import { mergePerformers, splitPerformer } from './moveTracks.ts';
import { Performer, showPerformer, showPerformers } from './showPerformers.ts';
import { FaceTracks, Performers } from './tables.ts';

const Name = z.string().trim().min(1).max(200);

const Changes = z
  .object({ name: Name, ignored: z.boolean(), strength })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

const Track = z
  .object({
    id: z.uuid(),
    performer: z.uuid(),
    shot: z.int().describe('The number of its shot'),
    start: z.int(),
    end: z.int(),
    height: z.number().describe("Of the face, as a share of the picture's height"),
    frontal: z.number().nullable(),
    hasPortrait: z.boolean(),
  })
  .meta({ id: 'FaceTrack' });

/** Performers: people with a face in a source, and where they are seen. */
export const performerRoutes = [
  route({
    name: 'performers.list',
    method: 'GET',
    path: '/titles/{title}/performers',
    does: 'List the performers of a title, those who are seen most first',
    may: 'performers:read',
    query: PageQuery.extend({ source: idOf('sources').optional() }),
    reply: pageOf(Performer),
    handle: async ({ tx, params, query: { source, ...query } }) => {
      const where = { title: params.title, mergedInto: IsNull(), ...(source ? { source } : {}) };
      const page = await readPage(tx, Performers, query, { where });
      return { ...page, items: await showPerformers(tx, page.items) };
    },
  }),
  route({
    name: 'performers.create',
    method: 'POST',
    path: '/titles/{title}/performers',
    does: 'Name a performer whom the film does not show, so that what they agreed to can be recorded and their face be shown',
    may: 'performers:create',
    body: z.object({ name: Name }),
    reply: Performer,
    handle: async ({ tx, params, body }) => showPerformer(tx, await addDonor(tx, params.title, body.name)),
  }),
  route({
    name: 'performers.read',
    method: 'GET',
    path: '/performers/{performer}',
    does: 'Show a performer',
    may: 'performers:read',
    reply: Performer,
    handle: ({ tx, params }) => showPerformer(tx, params.performer),
  }),
  route({
    name: 'performers.edit',
    method: 'PATCH',
    path: '/performers/{performer}',
    does: 'Rename a performer, have them ignored, or say how far their mouth moves',
    may: 'performers:edit',
    edits: true,
    body: Changes,
    reply: Performer,
    handle: async ({ tx, params, expected, body }) => {
      await edit(tx, Performers, { id: params.performer, expected }, body);
      return showPerformer(tx, params.performer);
    },
  }),
  route({
    name: 'performers.merge',
    method: 'POST',
    path: '/performers/{performer}/merge',
    does: 'Say that a performer is the same person as another one, who gets all tracks and parts',
    may: 'performers:edit',
    body: z.object({ into: idOf('performers') }),
    status: 200,
    reply: Performer,
    handle: async ({ tx, params, body: { into } }) => {
      await mergePerformers(tx, params.performer, into);
      return showPerformer(tx, into);
    },
  }),
  route({
    name: 'performers.split',
    method: 'POST',
    path: '/performers/{performer}/split',
    does: "Say that some tracks of a performer are somebody else's, new or known; this undoes a merge",
    may: 'performers:edit',
    body: z.object({
      tracks: z.array(idOf('face_tracks')).min(1).max(5000),
      into: idOf('performers').optional().describe('Whose they are; somebody new when not given'),
      name: Name.optional(),
    }),
    reply: Performer,
    handle: async ({ tx, params, body }) =>
      showPerformer(tx, await splitPerformer(tx, params.performer, body)),
  }),
  route({
    name: 'performers.tracks',
    method: 'GET',
    path: '/performers/{performer}/tracks',
    does: 'List the face tracks of a performer',
    may: 'performers:read',
    query: PageQuery,
    reply: pageOf(Track),
    handle: async ({ tx, params, query }) => {
      const page = await readPage(tx, FaceTracks, query, { where: { performer: params.performer } });
      return { ...page, items: page.items.map((row) => ({ ...row, hasPortrait: row.portrait !== null })) };
    },
  }),
  rawRoute({
    name: 'performers.portrait',
    method: 'GET',
    path: '/performers/{performer}/portrait',
    does: "Show a picture of a performer's face",
    may: 'performers:read',
    answers: 'image/jpeg',
    send: async ({ tx, params, incoming, outgoing }, { storage }) => {
      const { portrait, name } = await tx.findOneByOrFail(Performers, { id: params.performer });
      if (portrait === null) throw new Refusal('not-found', `There is no picture of ${name}.`);
      await sendStored({ incoming, outgoing }, storage, { key: portrait, name: `${name}.jpg`, inline: true });
    },
  }),
  rawRoute({
    name: 'performers.trackPortrait',
    method: 'GET',
    path: '/tracks/{track}/portrait',
    does: 'Show a picture of the face that a track follows',
    may: 'performers:read',
    answers: 'image/jpeg',
    send: async ({ tx, params, incoming, outgoing }, { storage }) => {
      const { portrait, mark } = await tx.findOneByOrFail(FaceTracks, { id: params.track });
      if (portrait === null) throw new Refusal('not-found', `There is no picture of ${mark}.`);
      await sendStored({ incoming, outgoing }, storage, { key: portrait, name: `${mark}.jpg`, inline: true });
    },
  }),
];

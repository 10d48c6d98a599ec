import { z } from 'zod';
import { notFound } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { rawRoute, route } from '../http/route.ts';
import { pageOf, PageQuery } from '../http/schemas.ts';
import { sendStored } from '../http/sendStored.ts';
import { showSource, Source } from '../titles/sourceRoutes.ts';
import { becomeSource } from './becomeSource.ts';
import { Delivery, NewDelivery, showDelivery } from './schemas.ts';
import { startDelivery } from './startDelivery.ts';
import { Deliveries, DELIVERY_STATES } from './tables.ts';

/** Deliveries: packages made from approved takes. */
export const deliveryRoutes = [
  route({
    name: 'deliveries.create',
    method: 'POST',
    path: '/dubs/{dub}/deliveries',
    does: 'Make a package from the approved takes of a dub or a replacement: film, edit decision list, report and sums',
    may: 'deliveries:create',
    status: 202,
    body: NewDelivery,
    reply: Delivery,
    handle: async ({ tx, actor, params, body }, platform) =>
      showDelivery(await startDelivery(tx, platform, { dub: params.dub, actor, wanted: body })),
  }),
  route({
    name: 'deliveries.list',
    method: 'GET',
    path: '/dubs/{dub}/deliveries',
    does: 'List the deliveries of a dub, the newest first',
    may: 'deliveries:read',
    query: PageQuery.extend({ state: z.enum(DELIVERY_STATES).optional() }),
    reply: pageOf(Delivery),
    handle: async ({ tx, params, query: { state, ...page } }) => {
      const where = { dub: params.dub, ...(state === undefined ? {} : { state }) };
      const { items, next } = await readPage(tx, Deliveries, page, { where, newestFirst: true });
      return { items: items.map(showDelivery), next };
    },
  }),
  route({
    name: 'deliveries.read',
    method: 'GET',
    path: '/deliveries/{delivery}',
    does: 'Show a delivery, with the SHA-256 sums of its files',
    may: 'deliveries:read',
    reply: Delivery,
    handle: async ({ tx, params }) =>
      showDelivery(await tx.findOneByOrFail(Deliveries, { id: params.delivery })),
  }),
  route({
    name: 'deliveries.becomeSource',
    method: 'POST',
    path: '/deliveries/{delivery}/source',
    does: 'Make the film of a delivered replacement the newest source of its title, to be dubbed like any other',
    may: 'sources:create',
    reply: Source,
    handle: async ({ tx, actor, params }, { runner }) =>
      showSource(await becomeSource(tx, runner, params.delivery, actor)),
  }),
  rawRoute({
    name: 'deliveries.download',
    method: 'GET',
    path: '/deliveries/{delivery}/files/{name}',
    does: 'Download a file of a delivery, whole or in part',
    may: 'deliveries:read',
    answers: 'application/octet-stream',
    send: async (call, { storage }) => {
      const { delivery, name } = call.params;
      const { files, state } = await call.tx.findOneByOrFail(Deliveries, { id: delivery });
      const file = state === 'ready' ? files.find((each) => each.name === name) : undefined;
      if (file === undefined) throw notFound(`files of delivery ${delivery}`, name);
      const digest = Buffer.from(file.sha256, 'hex').toString('base64');
      call.outgoing.setHeader('Repr-Digest', `sha-256=:${digest}:`);
      await sendStored(call, storage, { key: file.key, name, etag: file.sha256 });
    },
  }),
];

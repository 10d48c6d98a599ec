import { Refusal } from '@mondwerk/film';
import { readPage } from '../database/page.ts';
import { rawRoute, route, type Route } from '../http/route.ts';
import { sendStored } from '../http/sendStored.ts';
import { idOf, pageOf, PageQuery } from '../http/schemas.ts';
import { ImportBody, importUpload } from './importUpload.ts';
import { lookUp } from './lookUp.ts';
import { removeUpload } from './removeUpload.ts';
import { appendToUpload, createUpload } from './sendUpload.ts';
import { showUpload, Upload } from './showUpload.ts';
import { Uploads } from './tables.ts';
import { deskOf } from './uploadDesk.ts';

const ListQuery = PageQuery.extend({ title: idOf('titles').optional() });

/** Bringing files: sending them in pieces with the tus protocol, or importing them from where they lie. */
export const uploadRoutes: readonly Route[] = [
  rawRoute({
    name: 'uploads.create',
    method: 'POST',
    path: '/uploads',
    does: 'Begin an upload as tus 1.0 says; Upload-Metadata has purpose, title, filename and, if known, sha256',
    may: 'uploads:create',
    answers: 'application/offset+octet-stream',
    send: createUpload,
  }),
  rawRoute({
    name: 'uploads.append',
    method: 'PATCH',
    path: '/uploads/{upload}',
    does: 'Add bytes to an upload as tus 1.0 says; the last ones have it checked',
    may: 'uploads:create',
    answers: 'application/offset+octet-stream',
    send: appendToUpload,
  }),
  route({
    name: 'uploads.list',
    method: 'GET',
    path: '/uploads',
    does: 'List uploads, the newest first',
    may: 'uploads:read',
    query: ListQuery,
    reply: pageOf(Upload),
    handle: async ({ tx, actor: { organisation }, query: { title, ...page } }) => {
      const where = { organisation, ...(title === undefined ? {} : { title }) };
      const { items, next } = await readPage(tx, Uploads, page, { where, newestFirst: true });
      return { items: items.map(showUpload), next };
    },
  }),
  route({
    name: 'uploads.read',
    method: 'GET',
    path: '/uploads/{upload}',
    does: 'Look at an upload; HEAD tells, as tus 1.0 says, how much of it has arrived',
    may: 'uploads:read',
    reply: Upload,
    handle: async (call, platform) => showUpload(await lookUp(call, platform)),
  }),
  rawRoute({
    name: 'uploads.download',
    method: 'GET',
    path: '/uploads/{upload}/file',
    does: 'Download the file of an upload that is ready',
    may: 'uploads:read',
    answers: 'application/octet-stream',
    send: async ({ tx, params, incoming, outgoing }, { storage }) => {
      const { key, name, state, sha256 } = await tx.findOneByOrFail(Uploads, { id: params.upload });
      if (state !== 'ready') throw new Refusal('upload-not-ready', `${name} is ${state}, not ready.`);
      await sendStored({ incoming, outgoing }, storage, { key, name, etag: sha256! });
    },
  }),
  route({
    name: 'uploads.delete',
    method: 'DELETE',
    path: '/uploads/{upload}',
    does: 'Stop an upload, or remove the file of one of which nothing was made',
    may: 'uploads:delete',
    handle: async ({ tx, params, setHeader }, platform) => {
      setHeader('Tus-Resumable', '1.0.0');
      await removeUpload(tx, deskOf(platform), params.upload);
    },
  }),
  route({
    name: 'uploads.import',
    method: 'POST',
    path: '/titles/{title}/imports',
    does: 'Import a file from a folder or bucket where the studio keeps it; it is copied, then checked like an upload',
    may: 'uploads:create',
    body: ImportBody,
    reply: Upload,
    status: 202,
    handle: async (call, platform) => showUpload(await importUpload(call, platform)),
  }),
];

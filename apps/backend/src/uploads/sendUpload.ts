import { writeAudit } from '../audit/writeAudit.ts';
import { checkOwn } from '../http/params.ts';
import type { RawCall } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import type { Settings } from '../settings.ts';
import { addUpload } from './addUpload.ts';
import { finishUpload } from './finishUpload.ts';
import { ended } from './lookUp.ts';
import { moveUpload } from './moveUpload.ts';
import { readBrought } from './readBrought.ts';
import { Uploads, type UploadRow } from './tables.ts';
import { passOn } from './tusDoor.ts';
import { deskOf, type UploadDesk } from './uploadDesk.ts';

/** Creates an upload as the tus protocol says, with what of it comes along. @throws Refusal before anything is stored. */
export async function createUpload(call: RawCall, platform: Platform): Promise<void> {
  const desk = deskOf(platform);
  const upload = await addRow(call, desk);
  const response = await desk.door.ask(call.incoming, upload.key, addressOf(platform.settings, upload));
  if (response.ok) await received(desk, upload, response);
  else await moveUpload(desk.database.manager, upload.id, 'removed');
  await passOn(response, call.outgoing, call.request);
}

/** Behind a proxy that has the API below a path, `/uploads/…` would lie beside it: there the place is told whole. */
function addressOf({ PUBLIC_URL }: Settings, { id }: UploadRow): string {
  const place = `/uploads/${id}`;
  if (PUBLIC_URL === undefined || new URL(PUBLIC_URL).pathname === '/') return place;
  return PUBLIC_URL.replace(/\/$/, '') + place;
}

/** Adds bytes to an upload. @throws Refusal when the file is whole now and is refused. */
export async function appendToUpload(call: RawCall<'/uploads/{upload}'>, platform: Platform): Promise<void> {
  const desk = deskOf(platform);
  const upload = await desk.database.manager.findOneByOrFail(Uploads, { id: call.params.upload });
  if (upload.state !== 'receiving') throw ended(upload);
  const response = await desk.door.ask(call.incoming, upload.key, '');
  // What tus says of a full disk is only that it could not write.
  if (response.status >= 500) await desk.store.checkRoom(upload.bytes - upload.received, upload.name);
  await received(desk, upload, response);
  await passOn(response, call.outgoing, call.request);
}

async function addRow(
  { incoming, actor, request }: RawCall,
  { database, store }: UploadDesk,
): Promise<UploadRow> {
  const { bytes, purpose, title, filename, sha256 = null } = readBrought(incoming.headers);
  await store.checkRoom(bytes, filename);
  return database.transaction(async (tx) => {
    await checkOwn(tx, actor, [{ table: 'titles', id: title }]);
    const row = await addUpload(tx, actor, {
      ...{ title, purpose, bytes, sha256 },
      name: filename,
      state: 'receiving',
      origin: null,
    });
    const { organisation, person, token } = actor;
    const detail = { title, purpose, bytes, name: filename };
    await writeAudit(tx, {
      organisation,
      person,
      token,
      request,
      act: 'uploads.create',
      thing: row.id,
      detail,
    });
    return row;
  });
}

/** Notes how much has arrived; when that is all, has it checked. */
async function received(desk: UploadDesk, upload: UploadRow, response: Response): Promise<void> {
  const offset = response.headers.get('upload-offset');
  if (!response.ok || offset === null) return;
  const changes = { received: Number(offset), touchedAt: new Date() };
  await desk.database.manager.update(Uploads, { id: upload.id }, changes);
  if (Number(offset) === upload.bytes) await finishUpload(desk, upload.id);
}

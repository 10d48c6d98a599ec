import { Refusal } from '@mondwerk/film';
import type { Call } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import { finishUpload } from './finishUpload.ts';
import { Uploads, type UploadRow } from './tables.ts';
import { deskOf } from './uploadDesk.ts';
import { STORED_STATES } from './uploadStates.ts';

/**
 * An upload, with how much of it has arrived at this moment; the same is told in the headers that tus asks for.
 * @throws Refusal `upload-ended` when a tus client asks about one that cannot go on.
 */
export async function lookUp(call: Call<'/uploads/{upload}'>, platform: Platform): Promise<UploadRow> {
  const upload = await call.tx.findOneByOrFail(Uploads, { id: call.params.upload });
  const received = await receivedOf(upload, platform);
  call.setHeader('Cache-Control', 'no-store');
  if (call.headers['tus-resumable'] !== undefined) {
    if (!STORED_STATES.includes(upload.state)) throw ended(upload);
    call.setHeader('Tus-Resumable', '1.0.0');
    call.setHeader('Upload-Offset', String(received));
    call.setHeader('Upload-Length', String(upload.bytes));
  }
  return { ...upload, received };
}

async function receivedOf(upload: UploadRow, platform: Platform): Promise<number> {
  if (upload.state !== 'receiving') return upload.received;
  const desk = deskOf(platform);
  const received = (await desk.door.offset(upload.key)) ?? 0;
  // The server was killed after the last byte: its sender sends nothing more, so this is where it goes on.
  if (received === upload.bytes) finishUpload(desk, upload.id).catch(() => {});
  return received;
}

/** The refusal of adding to an upload that has ended. */
export const ended = ({ name, state, problem }: UploadRow): Refusal =>
  new Refusal(
    'upload-ended',
    `Nothing can be added to ${name}, it is ${state}${problem === null ? '' : ` (${problem})`}: begin another upload.`,
  );

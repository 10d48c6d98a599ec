import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { ERRORS, EVENTS, Server, type Locker, type Upload } from '@tus/server';
import { problemOf } from '../http/problems.ts';
import type { UploadStore } from './uploadStore.ts';

/** Speaks the tus protocol (resumable uploads, 1.0) for uploads whose keys have been looked up and allowed. */
export interface TusDoor {
  /** Does what a request asks of the upload with this key. */
  ask(incoming: IncomingMessage, key: string, address: string): Promise<Response>;
  /** How many bytes have arrived; `undefined` when there is no such upload. */
  offset(key: string): Promise<number | undefined>;
}

/** Called now and then while bytes arrive. */
export type OnReceived = (id: string, bytes: number) => void;

const TELL_EVERY_MS = 5_000;

/** How a request tells tus which upload it is about, whatever its address looks like. */
const KEY = 'x-upload-key';
const ADDRESS = 'x-upload-address';

/** Opens the door. */
export function openTusDoor(store: UploadStore, locker: Locker, onReceived: OnReceived): TusDoor {
  const server = new Server({
    path: '/uploads',
    datastore: store.tus,
    locker,
    namingFunction: (request) => request.headers.get(KEY)!,
    getFileIdFromRequest: (request) => request.headers.get(KEY)!,
    generateUrl: (request) => request.headers.get(ADDRESS)!,
    postReceiveInterval: TELL_EVERY_MS,
  });
  server.on(EVENTS.POST_RECEIVE, (_request: unknown, upload: Upload) => onReceived(upload.id, upload.offset));
  return {
    ask: (incoming, key, address) => server.handleWeb(asWebRequest(incoming, store.idOf(key), address)),
    async offset(key) {
      const upload = await store.tus.getUpload(store.idOf(key)).catch((error: unknown) => {
        if (error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS) return undefined;
        throw error;
      });
      return upload?.offset;
    },
  };
}

function asWebRequest(incoming: IncomingMessage, id: string, address: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  headers.set(KEY, id);
  headers.set(ADDRESS, address);
  // Browsers' types, which the dashboard's tests know too, have no word for a body that is still on its way.
  const asked: object = { method: incoming.method, headers, body: Readable.toWeb(incoming), duplex: 'half' };
  return new Request('http://uploads.invalid/', asked);
}

/** Hands tus's answer on; what it will not do is told as a problem (RFC 9457) like everything else. */
export async function passOn(response: Response, outgoing: ServerResponse, request: string): Promise<void> {
  const { status } = response;
  for (const [name, value] of response.headers) {
    // The server adds its own for every route.
    if (!name.startsWith('access-control-')) outgoing.setHeader(name, value);
  }
  if (status < 400) {
    outgoing.writeHead(status).end();
    return;
  }
  const detail = `The upload cannot go on: ${(await response.text()).trim()}. Ask with HEAD how much has arrived.`;
  const { title } = problemOf('upload-protocol');
  const problem = { type: '/problems/upload-protocol', title, status, detail, instance: request };
  outgoing.removeHeader('content-length');
  outgoing.setHeader('content-type', 'application/problem+json');
  outgoing.writeHead(status).end(JSON.stringify(problem));
}

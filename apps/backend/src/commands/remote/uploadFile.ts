import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@mondwerk/film';
import type { components } from '@mondwerk/client';
import { Upload as TusUpload, type DetailedError } from 'tus-js-client';
import { fingerprintFile } from '../../pipeline/fingerprint.ts';
import { rememberUploads } from './begunUploads.ts';
import { tell, type RemoteTools } from './remoteTools.ts';

/** An upload, as the API shows it. */
export type Upload = components['schemas']['Upload'];

/** What a file is brought for. */
export type Purpose = Upload['purpose'];

const PIECE = 32 << 20;
const AGAIN_AFTER_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
const ASK_EVERY_MS = 500;

/**
 * Sends a file and waits until the server has checked it. A transfer that was broken off, by whomever, goes on where it
 * was when the same file is sent for the same title again. @throws Refusal when there is no such file, or it is refused.
 */
export async function uploadFile(
  tools: RemoteTools,
  path: string,
  { title, purpose }: { readonly title: string; readonly purpose: Purpose },
): Promise<Upload> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) throw new Refusal('file-missing', `There is no file ${path}.`);
  tell(tools, `${basename(path)}: taking its sum`);
  const sha256 = await fingerprintFile(path);
  const id = await send(tools, path, { bytes: facts.size, title, purpose, sha256 });
  return waitUntilChecked(tools, id);
}

interface Sent {
  readonly bytes: number;
  readonly title: string;
  readonly purpose: Purpose;
  readonly sha256: string;
}

async function send(tools: RemoteTools, path: string, { bytes, ...metadata }: Sent): Promise<string> {
  const name = basename(path);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const upload = new TusUpload(createReadStream(path, { highWaterMark: 1 << 20 }), {
    endpoint: `${tools.server.replace(/\/+$/, '')}/uploads`,
    uploadSize: bytes,
    chunkSize: PIECE,
    retryDelays: AGAIN_AFTER_MS,
    headers: tools.token === undefined ? {} : { authorization: `Bearer ${tools.token}` },
    metadata: { ...metadata, filename: name },
    urlStorage: rememberUploads(),
    // The same content for the same purpose is the same upload, wherever the file lies.
    fingerprint: () => Promise.resolve([tools.server, ...Object.values(metadata), name].join(' ')),
    storeFingerprintForResuming: true,
    removeFingerprintOnSuccess: true,
    onProgress: (sent) => tell(tools, `${name}: ${Math.floor((sent / bytes) * 100)} %`),
    onSuccess: () => resolve(),
    onError: (error) => reject(refusalOf(name, error)),
  });
  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  upload.start();
  await promise;
  return upload.url!.replace(/^.*\//, '');
}

function refusalOf(name: string, error: Error | DetailedError): Error {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (!answer) {
    return new Refusal(
      'server-unreachable',
      `${name} did not get through to the server (${error.message.split(',')[0]}): send it again, it goes on where it was.`,
      { cause: error },
    );
  }
  return new Refusal(
    'upload-refused',
    detailOf(answer.getBody()) ?? `The server answered ${answer.getStatus()}.`,
  );
}

function detailOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { detail?: string }).detail;
  } catch {
    return undefined;
  }
}

async function waitUntilChecked(tools: RemoteTools, upload: string): Promise<Upload> {
  for (;;) {
    const { data } = await tools.client.GET('/uploads/{upload}', { params: { path: { upload } } });
    const { state, name, bytes, checked, problem } = data!;
    if (state === 'ready') return data!;
    if (state !== 'checking' && state !== 'receiving') {
      throw new Refusal('upload-refused', `${name} was ${state}${problem === null ? '' : `: ${problem}`}`);
    }
    tell(tools, `${name}: checked ${Math.floor((checked / Math.max(1, bytes)) * 100)} %`);
    await sleep(ASK_EVERY_MS);
  }
}

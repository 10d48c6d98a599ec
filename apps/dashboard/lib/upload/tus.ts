import { ApiProblem, readProblem } from '@mondwerk/client';
import { Refusal } from '@mondwerk/film';
import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { answerOf, API, api, forgeryHeaders, type Schemas } from '#lib/api/client.ts';
import type { Purpose } from './keptUploads.ts';

/** An upload as the server knows it. */
export type ServerUpload = Schemas['Upload'];

/** What a file is, and what it is brought for. */
export interface Announced {
  readonly file: File;
  readonly title: string;
  readonly purpose: Purpose;
}

/** Tells the server of a file that is about to come (tus 1.0, creation); returns its id. @throws ApiProblem. */
export async function createUpload({ file, title, purpose }: Announced): Promise<string> {
  const metadata = Object.entries({ purpose, title, filename: file.name });
  const answer = await fetch(`${API}/uploads`, {
    method: 'POST',
    headers: {
      ...forgeryHeaders(),
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(file.size),
      'Upload-Metadata': metadata.map(([name, value]) => `${name} ${base64(value)}`).join(','),
    },
  }).catch(unreachable);
  if (!answer.ok) throw await readProblem(answer);
  return answer.headers.get('location')!.split('/').at(-1)!;
}

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

function unreachable(cause: unknown): never {
  throw new Refusal('server-unreachable', 'The connection was lost.', { cause });
}

/** Looks at an upload. @throws ApiProblem, Refusal `server-unreachable`. */
export const readUpload = (upload: string): Promise<ServerUpload> =>
  answerOf(api.GET('/uploads/{upload}', { params: { path: { upload } } }));

/** Stops an upload and removes what of it has arrived, if it is there still. @throws ApiProblem. */
export async function removeUpload(upload: string): Promise<void> {
  try {
    await api.DELETE('/uploads/{upload}', { params: { path: { upload } } });
  } catch (error) {
    // It went with its title.
    if (!(error instanceof ApiProblem && error.status === 404)) throw error;
  }
}

/** How a file is sent. */
interface Sending {
  /** Stops it; whatever it says is thrown. */
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

/** A connection through which nothing moves for so long has been lost without a word. */
const SILENCE_MS = 60_000;

/** Sends what the server does not have yet of a file. @throws ApiProblem, Refusal `server-unreachable`. */
export function sendFile(file: File, upload: string, { signal, onSent }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    let moved = performance.now();
    let whole = false;
    const sending = new TusUpload(file, {
      uploadUrl: `${API}/uploads/${upload}`,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onBeforeRequest: (request) => {
        for (const [name, value] of Object.entries(forgeryHeaders())) request.setHeader(name, value);
      },
      onProgress: (sent) => {
        moved = performance.now();
        whole = sent >= file.size;
        onSent(sent);
      },
      onSuccess: () => end(resolve),
      onError: (error) => end(() => void problemOf(error).then(reject)),
    });
    const watch = setInterval(() => {
      // Once everything has been sent, the server is silent while it looks into the file.
      if (!whole && performance.now() - moved > SILENCE_MS) stop(unmoved());
    }, SILENCE_MS / 4);
    const stop = (reason: unknown): void => {
      void sending.abort();
      end(() => reject(reason as Error));
    };
    const stopped = (): void => stop(signal.reason);
    const end = (tell: () => void): void => {
      clearInterval(watch);
      signal.removeEventListener('abort', stopped);
      tell();
    };
    signal.addEventListener('abort', stopped);
    sending.start();
  });
}

const unmoved = (): Refusal =>
  new Refusal('server-unreachable', 'Nothing has moved for a minute: the connection was lost.');

async function problemOf(error: Error | DetailedError): Promise<Error> {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (status >= 400) return readProblem(new Response(response!.getBody(), { status }));
  return new Refusal('server-unreachable', 'The connection was lost.', { cause: error });
}

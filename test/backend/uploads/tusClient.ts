import { createReadStream, statSync } from 'node:fs';
import { Upload, type DetailedError, type UploadOptions } from 'tus-js-client';

/** What came of sending a file. */
export interface Sent {
  /** The upload's address, as soon as it has one. */
  readonly url: string | null;
  /** The answer that ended it, when that was a refusal. */
  readonly problem: { readonly status: number; readonly body: string } | null;
}

/** How a file is sent. */
export interface Sending extends Partial<UploadOptions> {
  readonly token: string;
  readonly metadata: Record<string, string>;
  /** Goes on with an upload that was begun. */
  readonly url?: string;
  /** Told the address of the upload. */
  readonly onUrl?: (url: string) => void;
}

/** Sends a file with the client that browsers use. */
export function sendFile(
  endpoint: string,
  path: string,
  { token, metadata, url, onUrl, ...options }: Sending,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path, { highWaterMark: 1 << 20 }), {
      endpoint: `${endpoint}/uploads`,
      uploadSize: statSync(path).size,
      chunkSize: 8 << 20,
      retryDelays: [0, 100, 300, ...Array<number>(60).fill(500)],
      headers: { authorization: `Bearer ${token}` },
      metadata,
      ...(url === undefined ? {} : { uploadUrl: url }),
      onUploadUrlAvailable: () => onUrl?.(upload.url!),
      onSuccess: () => resolve({ url: upload.url, problem: null }),
      onError: (error) => {
        const response = (error as DetailedError).originalResponse;
        if (!response) return reject(error);
        const problem = { status: response.getStatus(), body: response.getBody() };
        return resolve({ url: upload.url, problem });
      },
      ...options,
    });
    upload.start();
  });
}

import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import S3rver, { type S3Request } from '@20minutes/s3rver';

/** An S3 service on this machine that speaks the real protocol, for tests. */
export interface S3Double {
  /** What STORAGE_URL would be, without a prefix. */
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  close(): Promise<void>;
}

const BUCKET = 'mondwerk';

/** Starts s3rver over a folder, with the two calls that it lacks and resumable uploads need. */
export async function startS3Double(directory: string): Promise<S3Double> {
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    directory,
    silent: true,
    // s3rver works out another signature than AWS does for a listing whose prefix has slashes.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: BUCKET }],
  });
  server.middleware.unshift((request, next) => answerForParts(directory, request, next));
  const { port } = await server.run();
  return {
    url: `s3://${BUCKET}?endpoint=http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    close: () => server.close(),
  };
}

/** Answers ListParts and AbortMultipartUpload from the folder in which s3rver keeps the parts of an upload. */
async function answerForParts(
  directory: string,
  request: S3Request,
  next: () => Promise<void>,
): Promise<void> {
  const { uploadId } = request.query;
  if (uploadId === undefined || !['GET', 'DELETE'].includes(request.method)) return next();
  const [, bucket, ...names] = request.path.split('/');
  const folder = join(directory, bucket, '._S3rver_uploads', uploadId);
  const files = await readdir(folder).catch(() => undefined);
  request.type = 'application/xml';
  if (files === undefined) {
    request.status = 404;
    request.body = '<Error><Code>NoSuchUpload</Code><Message>gone</Message></Error>';
  } else if (request.method === 'DELETE') {
    await rm(folder, { recursive: true });
    request.status = 204;
  } else {
    const numbers = files.filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(a) - Number(b));
    const parts = await Promise.all(numbers.map((number) => partXml(folder, number)));
    request.body = `<?xml version="1.0" encoding="UTF-8"?><ListPartsResult><Bucket>${bucket}</Bucket><Key>${names.join('/')}</Key><UploadId>${uploadId}</UploadId><MaxParts>10000</MaxParts><IsTruncated>false</IsTruncated>${parts.join('')}</ListPartsResult>`;
  }
  return undefined;
}

/** A part whose hash is not written yet is still arriving. */
async function partXml(folder: string, number: string): Promise<string> {
  const md5 = await readFile(join(folder, `${number}.md5`), 'utf8').catch(() => undefined);
  if (md5 === undefined) return '';
  const { size } = await stat(join(folder, number));
  return `<Part><PartNumber>${number}</PartNumber><ETag>"${md5}"</ETag><Size>${size}</Size></Part>`;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { notStored } from '../storage/refusals.ts';
import type { ByteSpan, Storage } from '../storage/storage.ts';
import { readRange } from './range.ts';

/** The media types of what Mondwerk stores, by the ending of the name. */
const TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mkv': 'video/x-matroska',
  '.mxf': 'application/mxf',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
  '.srt': 'application/x-subrip; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.ttml': 'application/ttml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.detx': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.edl': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

/** What is sent, and how. */
export interface SentFile {
  readonly key: string;
  /** What a person's browser calls it. */
  readonly name: string;
  /** Differs when the content does, such as its SHA-256; length and time of change when not given. */
  readonly etag?: string;
  /** Shown or played in the page instead of saved. */
  readonly inline?: boolean;
}

/**
 * Sends a stored file, whole or the part that is asked for (RFC 9110, section 14). Nothing of it is held in memory, and
 * a browser that goes away stops the reading. @throws Refusal `not-stored` before anything is sent.
 */
export async function sendStored(
  { incoming, outgoing }: { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse },
  storage: Storage,
  file: SentFile,
): Promise<void> {
  const stored = await storage.stat(file.key);
  if (stored === undefined) throw notStored(file.name);
  const { bytes, modified } = stored;
  const etag = `"${file.etag ?? `${bytes.toString(36)}-${modified.getTime().toString(36)}`}"`;
  describe(outgoing, file, etag, modified);
  if (
    incoming.headers['if-none-match']?.split(/\s*,\s*/).some((known) => known.replace(/^W\//, '') === etag)
  ) {
    outgoing.writeHead(304).end();
    return;
  }
  const condition = incoming.headers['if-range'];
  const range = condition === undefined || condition === etag ? incoming.headers.range : undefined;
  const span = readRange(range, bytes);
  if (span === 'outside') {
    outgoing.removeHeader('Content-Disposition');
    outgoing.writeHead(416, { 'Content-Range': `bytes */${bytes}` }).end();
    return;
  }
  await sendSpan(outgoing, storage, file.key, { span, bytes, head: incoming.method === 'HEAD' });
}

/** Says what a file is and how a browser is to call it, in the headers of an answer. */
export function describeFile(outgoing: ServerResponse, file: Pick<SentFile, 'name' | 'inline'>): void {
  const kind = file.inline ? 'inline' : 'attachment';
  const plain = file.name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(file.name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  outgoing.setHeader('Content-Disposition', `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`);
  outgoing.setHeader('Content-Type', TYPES[extname(file.name).toLowerCase()] ?? 'application/octet-stream');
}

function describe(outgoing: ServerResponse, file: SentFile, etag: string, modified: Date): void {
  describeFile(outgoing, file);
  outgoing.setHeader('ETag', etag);
  outgoing.setHeader('Last-Modified', modified.toUTCString());
  outgoing.setHeader('Accept-Ranges', 'bytes');
  outgoing.setHeader('Cache-Control', 'private, no-cache');
}

interface Sending {
  /** `null` for all of it. */
  readonly span: ByteSpan | null;
  readonly bytes: number;
  readonly head: boolean;
}

async function sendSpan(
  outgoing: ServerResponse,
  storage: Storage,
  key: string,
  { span, bytes, head }: Sending,
): Promise<void> {
  const { start, end } = span ?? { start: 0, end: bytes };
  const content = head ? null : await storage.read(key, span ?? undefined);
  try {
    if (span) outgoing.setHeader('Content-Range', `bytes ${start}-${end - 1}/${bytes}`);
    outgoing.writeHead(span ? 206 : 200, { 'Content-Length': end - start });
    await (content === null ? outgoing.end() : pipeline(content, outgoing));
  } catch (error) {
    // Whoever seeks in a film closes the connection in the middle, all the time.
    if (!outgoing.destroyed) throw error;
  } finally {
    // A pipeline refuses a connection that was closed before it began, and leaves its source open.
    content?.destroy();
  }
}

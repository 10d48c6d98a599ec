import { open, rename, rm } from 'node:fs/promises';
import type { FrameSpan } from '@mondwerk/film';
import { checkOut, partialName } from './checkOut.ts';
import { codedStream } from './codedStream.ts';
import type { Film } from './film.ts';
import { readFrameTimes } from './frameTimes.ts';
import { listPackets, partCodec, type Part, type PartCodec } from './partPackets.ts';
import { startProgram, type RunningProgram } from './program.ts';
import { sealArgs } from './sealArgs.ts';
import { sendAll } from './sendAll.ts';
import { makeJoint, type Joint } from './splice/joint.ts';
import type { CopiedSpan } from './splice/pictureSum.ts';
import { SourceCopy, type SendPacket } from './splice/sourceCopy.ts';
import type { SpliceSource } from './splice/spliceSource.ts';
import { endedWell, writeRefusal } from './writeRefusal.ts';

/** What becomes a finished film. */
export interface Seal {
  readonly film: Film;
  /** In order, together exactly `span`, but for what is copied. */
  readonly parts: readonly Part[];
  /** Spans of the film whose pictures are copied as they are, between parts that were coded for that. */
  readonly splice?: { readonly source: SpliceSource; readonly copied: readonly FrameSpan[] };
  /**
   * A sound file whose second 0 is the film's first frame, also where `span` begins later; `null` where no voice is laid
   * in, and the film keeps its own sounds as they are.
   */
  readonly voice: string | null;
  /** The voice's language, BCP 47; without a voice it says nothing. */
  readonly language: string;
  /** The language of the film's own sounds, BCP 47, for those that do not tell theirs. */
  readonly originalLanguage?: string;
  readonly out: string;
  /** The frames that the finished film holds: all of them, or an excerpt. */
  readonly span: FrameSpan;
}

/**
 * Joins the parts without coding them again and adds the dub, where there is one, as the first sound and all of the
 * film's own sounds after it, each with its title (`Dub (es)`, `Original`); beside ProRes they are uncompressed. Every frame keeps the film's exact timestamp: the coded frames go through one NUT stream in which only
 * the film's timestamps stand, so that nothing depends on how parts were cut. `out` appears only when complete. Returns
 * what was copied.
 * @throws Refusal of `checkOut`, or `disk-full` naming the folder.
 */
export async function sealFilm(seal: Seal): Promise<readonly CopiedSpan[]> {
  await checkOut(seal.out, [seal.film.path, ...(seal.voice === null ? [] : [seal.voice])]);
  checkParts(seal);
  const stream = await streamOf(seal);
  const muxer = startProgram('ffmpeg', sealArgs(seal, stream.codec.name));
  try {
    const sent = sendParts(seal, stream, muxer);
    await Promise.race([muxer.ended, sent.catch(() => muxer.ended)]);
    await endedWell(seal.out, muxer);
    const copied = await sent;
    await checkSealed(seal);
    await rename(partialName(seal.out), seal.out);
    return copied;
  } catch (error) {
    muxer.stop();
    await muxer.ended.catch(() => undefined);
    await rm(partialName(seal.out), { force: true });
    throw writeRefusal(seal.out, error);
  }
}

function checkParts(seal: Seal): void {
  const { span } = seal;
  const spans = piecesOf(seal).map((piece) => piece.span);
  const joined = spans.every(({ start }, i) => start === (spans[i - 1]?.end ?? span.start));
  if (!joined || spans.at(-1)?.end !== span.end) throw new RangeError('the parts must be the span, in order');
}

/** A part to send, or a span to copy where it has no file. */
type Piece = Part | { readonly span: FrameSpan; readonly path?: undefined };

const piecesOf = ({ parts, splice }: Seal): Piece[] =>
  [...parts, ...(splice?.copied.map((span) => ({ span })) ?? [])].sort((a, b) => a.span.start - b.span.start);

/** @throws Error when a frame of the finished film is missing. */
async function checkSealed({ out, span }: Seal): Promise<void> {
  const { pts } = await readFrameTimes(partialName(out));
  const wanted = span.end - span.start;
  if (pts.length !== wanted) throw new Error(`${out} got ${pts.length} of ${wanted} frames`);
}

/** How the finished picture is coded, and how copied and coded pictures become one stream. */
interface Stream {
  readonly codec: PartCodec & { readonly fourcc: string };
  readonly joint: Joint | null;
}

async function streamOf({ film, parts, splice }: Seal): Promise<Stream> {
  const codec = parts.length === 0 ? null : await commonCodec(parts);
  if (splice !== undefined) {
    const joint = makeJoint(splice.source, codec, film.format);
    return { codec: joint.codec, joint };
  }
  return { codec: { ...codec!, fourcc: fourccs[codec!.name] }, joint: null };
}

/** The parts are told apart by nothing but their pictures, so one setup serves all of them. */
async function commonCodec(parts: readonly Part[]): Promise<PartCodec> {
  const codec = await partCodec(parts[0].path);
  for (const part of parts.slice(1)) {
    const other = await partCodec(part.path);
    if (other.name === codec.name && Buffer.compare(other.setup, codec.setup) === 0) continue;
    throw new Error(`${part.path} is coded in another way than ${parts[0].path}`);
  }
  return codec;
}

const fourccs: Readonly<Record<string, string>> = {
  h264: 'H264',
  hevc: 'HEVC',
  ffv1: 'FFV1',
  prores: 'apch',
};

async function sendParts(seal: Seal, { codec, joint }: Stream, muxer: RunningProgram): Promise<CopiedSpan[]> {
  const stream = codedStream(seal.film, codec);
  await sendAll(muxer.stdin, [stream.header]);
  const zero = seal.film.pts[seal.span.start];
  const send: SendPacket = ({ pts, key }, bytes) =>
    sendAll(muxer.stdin, [stream.frameHeader(pts - zero, bytes.length, key), bytes]);
  const source = joint && new SourceCopy(seal.film, seal.splice!.source, joint);
  const copied: CopiedSpan[] = [];
  try {
    for (const piece of piecesOf(seal)) {
      if (piece.path === undefined) copied.push(await source!.send(piece.span, send));
      else await sendPart(seal.film, piece, joint, send);
    }
  } finally {
    await source?.close();
  }
  muxer.stdin.end();
  return copied;
}

async function sendPart(film: Film, part: Part, joint: Joint | null, send: SendPacket): Promise<void> {
  const packets = await listPackets(film, part);
  const file = await open(part.path);
  try {
    for (const packet of packets) {
      const { at, size, key } = packet;
      const { buffer: bytes } = await file.read(Buffer.allocUnsafe(size), 0, size, at);
      await send(packet, joint?.coded({ bytes, key }) ?? bytes);
    }
  } finally {
    await file.close();
  }
}

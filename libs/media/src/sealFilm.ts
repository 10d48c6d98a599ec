import { open, rename, rm } from 'node:fs/promises';
import type { FrameSpan } from '@mondwerk/film';
import { checkOut, partialName } from './checkOut.ts';
import { codedStream, type CodedStream } from './codedStream.ts';
import type { Film } from './film.ts';
import { readFrameTimes } from './frameTimes.ts';
import { listPackets, partCodec, type Part, type PartCodec } from './partPackets.ts';
import { startProgram, type RunningProgram } from './program.ts';
import { sealArgs } from './sealArgs.ts';
import { sendAll } from './sendAll.ts';
import { endedWell, writeRefusal } from './writeRefusal.ts';

/** What becomes a finished film. */
export interface Seal {
  readonly film: Film;
  /** In order, together exactly `span`. */
  readonly parts: readonly Part[];
  /** A sound file whose second 0 is the film's first frame, also where `span` begins later. */
  readonly voice: string;
  /** The dub's language, BCP 47. */
  readonly language: string;
  /** The language of the film's own sounds, BCP 47, for those that do not tell theirs. */
  readonly originalLanguage?: string;
  readonly out: string;
  /** The frames that the finished film holds: all of them, or an excerpt. */
  readonly span: FrameSpan;
}

/**
 * Joins the parts without coding them again and adds the dub as the first sound and all of the film's own sounds
 * after it, each with its title (`Dub (es)`, `Original`); beside ProRes they are uncompressed. Every frame keeps the film's exact timestamp: the coded frames go through one NUT stream in which only
 * the film's timestamps stand, so that nothing depends on how parts were cut. `out` appears only when complete.
 * @throws Refusal of `checkOut`, or `disk-full` naming the folder.
 */
export async function sealFilm(seal: Seal): Promise<void> {
  await checkOut(seal.out, [seal.film.path, seal.voice]);
  checkParts(seal);
  const codec = await commonCodec(seal.parts);
  const muxer = startProgram('ffmpeg', sealArgs(seal, codec.name));
  try {
    await Promise.race([muxer.ended, sendParts(seal, codec, muxer).catch(() => muxer.ended)]);
    await endedWell(seal.out, muxer);
    await checkSealed(seal);
    await rename(partialName(seal.out), seal.out);
  } catch (error) {
    muxer.stop();
    await muxer.ended.catch(() => undefined);
    await rm(partialName(seal.out), { force: true });
    throw writeRefusal(seal.out, error);
  }
}

function checkParts({ parts, span }: Seal): void {
  const joined = parts.every((part, i) => part.span.start === (parts[i - 1]?.span.end ?? span.start));
  if (!joined || parts.at(-1)?.span.end !== span.end)
    throw new RangeError('the parts must be the span, in order');
}

/** @throws Error when a frame of the finished film is missing. */
async function checkSealed({ out, span }: Seal): Promise<void> {
  const { pts } = await readFrameTimes(partialName(out));
  const wanted = span.end - span.start;
  if (pts.length !== wanted) throw new Error(`${out} got ${pts.length} of ${wanted} frames`);
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

async function sendParts(
  { film, parts, span }: Seal,
  codec: PartCodec,
  muxer: RunningProgram,
): Promise<void> {
  const stream = codedStream(film, { ...codec, fourcc: fourccs[codec.name] });
  await sendAll(muxer.stdin, [stream.header]);
  for (const part of parts) await sendPart(film, part, film.pts[span.start], stream, muxer);
  muxer.stdin.end();
}

async function sendPart(
  film: Film,
  part: Part,
  zero: number,
  stream: CodedStream,
  muxer: RunningProgram,
): Promise<void> {
  const packets = await listPackets(film, part);
  const file = await open(part.path);
  try {
    for (const { pts, at, size, key } of packets) {
      const { buffer } = await file.read(Buffer.allocUnsafe(size), 0, size, at);
      await sendAll(muxer.stdin, [stream.frameHeader(pts - zero, size, key), buffer]);
    }
  } finally {
    await file.close();
  }
}

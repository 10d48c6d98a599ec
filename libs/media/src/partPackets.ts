import type { FrameSpan } from '@mondwerk/film';
import { z } from 'zod';
import type { Film } from './film.ts';
import { listLines } from './listLines.ts';
import { fileArgument, runProgram } from './program.ts';

/** A file made by `openPart`, and the frames it holds. */
export interface Part {
  readonly path: string;
  readonly span: FrameSpan;
}

/** Where one coded frame lies in a part file. `pts` is the film's. */
export interface PartPacket {
  readonly pts: number;
  readonly at: number;
  readonly size: number;
  readonly key: boolean;
}

/**
 * Lists a part's coded frames in decoding order with the film's timestamps.
 * @throws Error when the part does not hold exactly the frames of its span at exactly their times.
 */
export async function listPackets(film: Film, part: Part): Promise<PartPacket[]> {
  const packets: PartPacket[] = [];
  for await (const line of listLines(part.path, 'v:0', 'packet=pts,size,pos,flags', [
    '-ignore_editlist',
    '1',
  ])) {
    const [pts, size, at, flags] = line.split(',');
    packets.push({ pts: Number(pts), at: Number(at), size: Number(size), key: flags.includes('K') });
  }
  const unit = film.timeBase.num;
  const first = Math.min(...packets.map((packet) => packet.pts));
  const inFilm = packets.map((packet) => ({
    ...packet,
    pts: (packet.pts - first) / unit + film.pts[part.span.start],
  }));
  const shown = inFilm.map((packet) => packet.pts).sort((a, b) => a - b);
  const wanted = film.pts.subarray(part.span.start, part.span.end);
  if (shown.length !== wanted.length || shown.some((pts, index) => pts !== wanted[index])) {
    throw new Error(
      `${part.path} does not hold the frames ${part.span.start}..${part.span.end} at their times`,
    );
  }
  return inFilm;
}

/** What the decoder of a part needs before its first packet, and how it is called. */
export interface PartCodec {
  readonly name: string;
  readonly setup: Uint8Array;
  /** By how many frames decoding runs ahead of showing. */
  readonly delay: number;
}

const codecShape = z.object({
  streams: z.tuple([
    z.object({ codec_name: z.string(), extradata: z.string().default(''), has_b_frames: z.number() }),
  ]),
});

/** Reads a part's codec. */
export async function partCodec(path: string): Promise<PartCodec> {
  const { printed } = await runProgram('ffprobe', [
    ...['-v', 'error', '-show_data', '-select_streams', 'v:0', '-of', 'json'],
    ...['-show_entries', 'stream=codec_name,extradata,has_b_frames', fileArgument(path)],
  ]);
  const [stream] = codecShape.parse(JSON.parse(printed)).streams;
  return {
    name: stream.codec_name,
    setup: bytesOfDump(stream.extradata),
    delay: stream.has_b_frames,
  };
}

/** Reads bytes as ffprobe prints them: `00000010: 0164 0029 ffe1  .d.)..`, 16 in a row. */
export function bytesOfDump(dump: string): Uint8Array {
  const hex = dump
    .split('\n')
    .map((row) =>
      row
        .replace(/^[0-9a-f]+: /, '')
        .slice(0, 40)
        .replaceAll(' ', ''),
    )
    .join('');
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

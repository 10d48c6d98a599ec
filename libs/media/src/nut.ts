import type { Rate } from '@mondwerk/film';
import { big32, counted, crc32, signed, variable } from './nutBytes.ts';

/** The one video stream of a NUT file. */
export interface NutStream {
  /** Four bytes that name the codec, or for raw pictures the pixel format. */
  readonly fourcc: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** e.g. `1:1`. */
  readonly sampleAspect: string;
  readonly timeBase: Rate;
  /** By how many frames decoding runs ahead of showing; 0 for raw pictures. */
  readonly decodeDelay: number;
  /** What the decoder needs before the first packet. */
  readonly setup: Uint8Array;
}

const MAIN = [0x4e, 0x4d, 0x7a, 0x56, 0x1f, 0x5f, 0x04, 0xad];
const STREAM = [0x4e, 0x53, 0x11, 0x40, 0x5b, 0xf2, 0xf9, 0xdb];
const SYNCPOINT = [0x4e, 0x4b, 0xe4, 0xad, 0xee, 0xca, 0x45, 0x69];

const KEY = 1;
const CODED_PTS = 8;
const SIZE = 32;
const CHECKSUM = 64;
const CODED_FLAGS = 4096;

/** Timestamps above 2^this are written whole; ours always are, so that no reader has to guess. */
const PTS_SHIFT = 7;

/**
 * The beginning of a NUT stream. NUT carries exact timestamps in any time base through a pipe, for raw pictures as
 * for coded ones. (NUT Open Container Format, ffmpeg.org/nut, version 3.)
 */
export function nutHeader(stream: NutStream): Uint8Array {
  const name = [...new TextEncoder().encode('nut/multimedia container'), 0];
  return Uint8Array.from([
    ...name,
    ...packet(MAIN, mainFields(stream)),
    ...packet(STREAM, streamFields(stream)),
  ]);
}

function mainFields({ timeBase }: NutStream): number[] {
  // One entry serves all 256 frame codes: everything is written out in each frame.
  const frameCodes = [
    ...variable(CODED_FLAGS),
    ...variable(6),
    ...signed(0),
    ...[1, 0, 0, 0].flatMap(variable),
  ];
  return [
    ...[3, 1, 65536, 1, timeBase.num, timeBase.den].flatMap(variable),
    ...[...frameCodes, ...variable(255)],
    ...variable(0),
  ];
}

function streamFields(stream: NutStream): number[] {
  const aspect = stream.sampleAspect.split(':').map(Number);
  return [
    ...[0, 0].flatMap(variable),
    ...counted(stream.fourcc),
    ...[0, PTS_SHIFT, 2 ** 31, stream.decodeDelay, 0].flatMap(variable),
    ...counted(stream.setup),
    ...[stream.width, stream.height, ...aspect, 0].flatMap(variable),
  ];
}

/** What stands before each frame's bytes: a synchronisation point and the frame's own header. `pts` from 0 up. */
export function nutFrameHeader(pts: number, size: number, key: boolean): Uint8Array {
  const flags = CODED_PTS | SIZE | CHECKSUM | (key ? KEY : 0);
  const header = [0, ...[flags, pts + 2 ** PTS_SHIFT, size].flatMap(variable)];
  const syncpoint = packet(SYNCPOINT, [pts, 0].flatMap(variable));
  return Uint8Array.from([...syncpoint, ...header, ...big32(crc32(Uint8Array.from(header)))]);
}

function packet(startCode: readonly number[], fields: readonly number[]): number[] {
  const front = [...startCode, ...variable(fields.length + 4)];
  const frontSum = fields.length + 4 > 4096 ? big32(crc32(Uint8Array.from(front))) : [];
  return [...front, ...frontSum, ...fields, ...big32(crc32(Uint8Array.from(fields)))];
}

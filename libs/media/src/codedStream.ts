import type { Film } from './film.ts';
import { matroskaFrameHeader, matroskaHeader } from './matroska.ts';
import { nutFrameHeader, nutHeader } from './nut.ts';
import type { PartCodec } from './partPackets.ts';

/** How coded pictures travel to the muxer. */
export interface CodedStream {
  readonly header: Uint8Array;
  /** What comes before the bytes of a frame; `pts` counts from the first frame, in the film's unit. */
  frameHeader(pts: number, size: number, key: boolean): Uint8Array;
}

/** ffmpeg's name of the container in which pictures of a codec travel. */
export const streamFormat = (codec: string): 'nut' | 'matroska' => (codec === 'ffv1' ? 'matroska' : 'nut');

/**
 * NUT, whose times are exact in every unit; for FFV1, whose own bits do not tell what its samples mean, Matroska, which
 * does, and in which it ends anyway.
 */
export function codedStream(film: Film, codec: PartCodec & { readonly fourcc: string }): CodedStream {
  const { width, height, sampleAspect, timeBase, colour, hdr, rate, variable } = film;
  const { setup } = codec;
  if (streamFormat(codec.name) === 'nut') {
    const fourcc = new TextEncoder().encode(codec.fourcc);
    const stream = { width, height, sampleAspect, timeBase, fourcc, decodeDelay: codec.delay, setup };
    return { header: nutHeader(stream), frameHeader: nutFrameHeader };
  }
  const picture = { width, height, sampleAspect, colour, setup };
  const more = { ...(hdr && { hdr }), ...(variable ? {} : { rate }) };
  return {
    header: matroskaHeader({ codec: 'V_FFV1', ...picture, ...more }),
    frameHeader: (pts, size, key) =>
      matroskaFrameHeader(Math.round((pts * 1e9 * timeBase.num) / timeBase.den), size, key),
  };
}

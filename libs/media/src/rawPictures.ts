import { bytesOfPicture, type Picture, type PixelFormat, type Samples } from '@mondwerk/film';
import type { Film } from './film.ts';
import { nutFrameHeader, nutHeader } from './nut.ts';

/** The beginning of a NUT stream of a film's uncompressed pictures. */
export const rawHeader = ({ width, height, sampleAspect, timeBase, format }: Film): Uint8Array =>
  nutHeader({
    ...{ width, height, sampleAspect, timeBase },
    fourcc: rawFourcc(format),
    decodeDelay: 0,
    setup: new Uint8Array(),
  });

/** ffmpeg's four-byte names for planar pictures in NUT: `I420`-like for 8 bits, else `Y3`, chroma code, bits. */
function rawFourcc(format: PixelFormat): Uint8Array {
  const chroma = format.name.slice(3, 6);
  const eight: Readonly<Record<string, string>> = { '420': 'I420', '422': 'Y42B', '444': '444P' };
  const deep: Readonly<Record<string, number>> = { '420': 11, '422': 10, '444': 0 };
  if (format.bitDepth === 8) return new TextEncoder().encode(eight[chroma]);
  return Uint8Array.of(0x59, 0x33, deep[chroma], format.bitDepth);
}

/**
 * One picture of such a stream, in pieces that share its memory; `pts` counts from the stream's first picture.
 * @throws RangeError when the picture has not the size and format of its film.
 */
export function rawFrame(film: Film, picture: Picture, pts: number): Uint8Array[] {
  const { width, height, format } = film;
  if (picture.width !== width || picture.height !== height || picture.format.name !== format.name) {
    throw new RangeError('a picture must have the size and format of its film');
  }
  const header = nutFrameHeader(pts, bytesOfPicture(width, height, format), true);
  return [header, ...picture.planes.map((plane) => bytesOf(plane.data))];
}

/** The bytes of a plane's samples, sharing their memory. */
export const bytesOf = (data: Samples): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

import type { Writable } from 'node:stream';
import { blankPicture, formatTimecode, pixelFormats } from '@mondwerk/film';
import type { Film } from '../film.ts';
import { nutFrameHeader, nutHeader } from '../nut.ts';
import { sendAll } from '../sendAll.ts';
import { timecodeStart } from '../timecodeStart.ts';
import { drawText, sizeOfText } from './digits.ts';
import type { Size } from './viewingPicture.ts';

const LENGTH = '00:00:00:00'.length;
const DOTS_HIGH = 180;

/** The filter that lays the timecodes, input `[1:v]`, low and in the middle of the pictures `[film]`. */
export function timecodeFilter(film: Film, { height }: Size): string {
  const { num, den } = film.timeBase;
  const low = Math.round(height * 0.04);
  const laid = `overlay=x=(W-w)/2:y=H-h-${low}:format=yuv420:eof_action=pass`;
  return `[1:v]settb=${num}/${den}[timecode];[film][timecode]${laid}[picture]`;
}

/**
 * Sends a small picture of every frame's timecode at that frame's time, as a NUT stream: from the film's own first
 * timecode on, drop-frame where that is, else from nought.
 */
export async function sendTimecodes(film: Film, { height }: Size, to: Writable): Promise<void> {
  const dot = Math.max(1, Math.round(height / DOTS_HIGH));
  const size = sizeOfText(LENGTH, dot);
  const picture = blankPicture(size.width, size.height, pixelFormats.get('yuv420p')!);
  const [luma, ...chroma] = picture.planes.map(({ data }) => Uint8Array.from(data));
  chroma.forEach((plane) => plane.fill(128));
  await sendAll(to, [header(film, size)]);
  const bytes = luma.length + 2 * chroma[0].length;
  const first = timecodeStart(film);
  for (const [frame, pts] of film.pts.entries()) {
    drawText(formatTimecode(frame, film.rate, first), dot, luma);
    await sendAll(to, [nutFrameHeader(pts - film.pts[0], bytes, true), luma, ...chroma]);
  }
  to.end();
}

const header = ({ timeBase }: Film, size: Size): Uint8Array =>
  nutHeader({
    ...size,
    timeBase,
    sampleAspect: '1:1',
    fourcc: new TextEncoder().encode('I420'),
    decodeDelay: 0,
    setup: new Uint8Array(),
  });

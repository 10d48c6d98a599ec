import { basename } from 'node:path';
import { formatTimecode, Refusal } from '@mondwerk/film';
import { comparePictures, type Film } from '@mondwerk/media';

/** Displayed shapes of the same picture differ by no more, as sizes are rounded to whole samples. */
const SHAPE_ROUNDED = 0.015;

/** Pictures of the same frame are at least so alike, however they were graded and compressed. */
const LEAST_ALIKE = 0.8;

/** At so many frames, evenly spread, the pictures are compared. */
const COMPARED = 9;

/**
 * Checks that a proxy and its original are the same film frame for frame: equally many, at the same times within half a
 * frame, the whole picture in both, and the same pictures. Timecodes, sizes, codecs and colours may differ.
 * @throws Refusal `not-the-original` that names the first frame that differs.
 */
export async function checkProxy(proxy: Film, original: Film): Promise<void> {
  checkTimes(proxy, original);
  checkShapes(proxy, original);
  await checkPictures(proxy, original);
}

const notTheOriginal = (sentence: string): Refusal => new Refusal('not-the-original', sentence);

function checkTimes(proxy: Film, original: Film): void {
  const [proxyName, name] = [basename(proxy.path), basename(original.path)];
  const [ofProxy, own] = [proxy.clock.times, original.clock.times];
  const half = (0.5 * original.rate.den) / original.rate.num;
  for (let frame = 0; frame < Math.min(ofProxy.length, own.length); frame++) {
    if (Math.abs(ofProxy[frame] - own[frame]) <= half) continue;
    throw notTheOriginal(
      `${name} shows frame ${frame} at ${own[frame].toFixed(3)} s and its proxy ${proxyName} at ${ofProxy[frame].toFixed(3)} s: ` +
        'a proxy must have the same frames at the same times as its film.',
    );
  }
  if (ofProxy.length === own.length) return;
  throw notTheOriginal(
    `${name} has ${own.length} frames and its proxy ${proxyName} ${ofProxy.length}, so that they differ from frame ` +
      `${Math.min(own.length, ofProxy.length)} on: a proxy must have the same frames as its film.`,
  );
}

function checkShapes(proxy: Film, original: Film): void {
  const [ofProxy, own] = [shapeOf(proxy), shapeOf(original)];
  if (Math.abs(ofProxy / own - 1) <= SHAPE_ROUNDED) return;
  throw notTheOriginal(
    `${basename(original.path)} is ${own.toFixed(2)} times as wide as high and its proxy ${basename(proxy.path)} ` +
      `${ofProxy.toFixed(2)} times: a proxy must show the whole picture, without bars.`,
  );
}

/** Width to height, as displayed. */
function shapeOf({ width, height, sampleAspect }: Film): number {
  const [wide, high] = sampleAspect.split(':').map(Number);
  return (width / height) * (wide > 0 && high > 0 ? wide / high : 1);
}

async function checkPictures(proxy: Film, original: Film): Promise<void> {
  const [proxyName, name] = [basename(proxy.path), basename(original.path)];
  const count = original.pts.length;
  const frames = new Set(
    Array.from({ length: COMPARED }, (_, i) => Math.floor(((i + 0.5) * count) / COMPARED)),
  );
  const shifts = new Map<number, number[]>();
  for await (const { frame, likeness, rather } of comparePictures(proxy, original, [...frames])) {
    if (likeness === null) continue;
    if (rather !== null) shifts.set(rather - frame, [...(shifts.get(rather - frame) ?? []), frame]);
    else if (likeness < LEAST_ALIKE) {
      throw notTheOriginal(
        `${name} and its proxy ${proxyName} do not show the same at frame ${frame} ` +
          `(${formatTimecode(frame, original.rate)} from the first): give the film that the proxy was made from.`,
      );
    }
  }
  const [shift] = [...shifts].sort(([, a], [, b]) => b.length - a.length);
  if (shift === undefined || shift[1].length < 2) return;
  const [by, [frame]] = shift;
  throw notTheOriginal(
    `Frame ${frame} of the proxy ${proxyName} shows what frame ${frame + by} of ${name} shows: a proxy must have the same ` +
      'frames as its film, from the first one on.',
  );
}

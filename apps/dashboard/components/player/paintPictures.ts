import { pictureBox, placesOf, type Box, type Size } from './pictureBox.ts';
import type { SmallPicture } from './changedParts.ts';
import type { View, Zoom } from './playerState.ts';

/** The pictures of one frame: as filmed, and dubbed. Only those that the view shows need be there. */
export interface Pictures {
  readonly original: ImageBitmap | undefined;
  readonly dub: ImageBitmap | undefined;
}

/** How many times stronger a difference is shown than it is. */
const DIFFERENCE_GAIN = 4;

/** Paints a frame into a canvas, whatever was there before. */
export function paintPictures(
  canvas: HTMLCanvasElement,
  { original, dub }: Pictures,
  view: View,
  zoom: Zoom | null,
): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null || canvas.width === 0 || canvas.height === 0) return;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const [first, second] = placesOf(canvas, view.mode === 'side');
  const one = view.mode === 'dub' ? dub : original;
  if (one === undefined) return;
  const put = (picture: ImageBitmap, place: Box): void => draw(context, picture, place, zoom);
  put(one, first);
  if (dub === undefined) return;
  if (view.mode === 'side') put(dub, second);
  if (view.mode === 'wipe') {
    const box = pictureBox(first, dub, zoom);
    const from = wipeEdge(box, view.wipe, canvas);
    context.save();
    clip(context, { left: from, top: 0, width: canvas.width - from, height: canvas.height });
    put(dub, first);
    context.restore();
  }
  if (view.mode === 'difference') {
    context.globalCompositeOperation = 'difference';
    put(dub, first);
    strengthen(context, canvas);
  }
}

/** Where the dub begins on a canvas when it is wiped over the original. */
export const wipeEdge = (box: Box, share: number, { width }: Size): number =>
  Math.round(Math.min(width, Math.max(0, box.left + share * box.width)));

function draw(context: CanvasRenderingContext2D, picture: ImageBitmap, place: Box, zoom: Zoom | null): void {
  const box = pictureBox(place, picture, zoom);
  context.save();
  clip(context, place);
  // Far in, people want to see the pixels that there are.
  context.imageSmoothingEnabled = box.width < picture.width * 3;
  context.imageSmoothingQuality = box.width < picture.width ? 'high' : 'medium';
  context.drawImage(picture, box.left, box.top, box.width, box.height);
  context.restore();
}

function clip(context: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
}

/** Adds what is there to itself. */
function strengthen(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement): void {
  context.globalCompositeOperation = 'lighter';
  for (let gain = 1; gain < DIFFERENCE_GAIN; gain *= 2) context.drawImage(canvas, 0, 0);
  context.globalCompositeOperation = 'source-over';
}

/** Pixels of a picture that is small enough to be looked at one by one. */
const SMALL = 192;

/** A picture made small. */
export function smallPicture(picture: ImageBitmap): SmallPicture {
  const height = Math.max(1, Math.round((SMALL * picture.height) / picture.width));
  const context = new OffscreenCanvas(SMALL, height).getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, SMALL, height);
  return context.getImageData(0, 0, SMALL, height);
}

import { firstSeen } from '../spans.ts';
import { pictureFor } from '../pictureFor.ts';
import type { TimelineModel } from '../timelineModel.ts';
import type { Scene } from './scene.ts';

/** Shots narrower than this, in pixels, have no cut drawn over the pictures. */
const CUT_ROOM = 10;

/** Draws small pictures of the film side by side, and its cuts over them where they are far enough apart. */
export function drawStrip(scene: Scene, top: number, height: number): void {
  const { context, theme, view, model, work } = scene;
  context.fillStyle = theme.ground;
  context.fillRect(0, top, view.width, height);
  if (model.pictures === null || model.pictures.index.frames.length === 0) return;
  const { index } = model.pictures;
  const wide = (height * index.width) / index.height;
  const step = Math.max(1, wide * view.perPixel);
  const last = Math.min(view.count, view.start + view.width * view.perPixel);
  for (let slot = Math.floor(view.start / step); slot * step < last; slot++) {
    const start = slot * step;
    const x = (start - view.start) / view.perPixel;
    const number = pictureFor(model, start, Math.min(view.count, start + step));
    const near = isExact(model, number, start, start + step) ? undefined : nearPicture(scene, start);
    if (near !== undefined) {
      context.drawImage(near, x, top, wide, height);
      work.items++;
    } else if (number >= 0) drawPicture(scene, number, x, top, wide, height);
  }
  drawCuts(scene, top, height);
}

/** Whether a picture is of one of the frames that it stands for. */
function isExact({ pictures }: TimelineModel, number: number, start: number, end: number): boolean {
  if (number < 0) return false;
  const frame = pictures!.index.frames[number];
  return frame >= Math.floor(start) && frame < end;
}

const nearPicture = ({ near, view }: Scene, start: number): CanvasImageSource | undefined =>
  near.get(Math.min(view.count - 1, Math.ceil(start)));

function drawPicture(
  scene: Scene,
  number: number,
  x: number,
  top: number,
  wide: number,
  height: number,
): void {
  const { columns, rows } = scene.model.pictures!.index;
  const sheet = scene.sheets.get(Math.floor(number / (columns * rows)));
  if (sheet === null) return;
  const cell = number % (columns * rows);
  const width = sheet.width / columns;
  const tall = sheet.height / rows;
  const left = (cell % columns) * width;
  scene.context.drawImage(sheet, left, Math.floor(cell / columns) * tall, width, tall, x, top, wide, height);
  scene.work.items++;
}

function drawCuts({ context, view, model, work }: Scene, top: number, height: number): void {
  const { starts, ends } = model.shots.spans;
  const last = view.start + view.width * view.perPixel;
  context.fillStyle = 'rgb(0 0 0 / 0.7)';
  for (let at = firstSeen(model.shots.spans, view.start); at < starts.length && starts[at] < last; at++) {
    if ((ends[at] - starts[at]) / view.perPixel < CUT_ROOM) continue;
    context.fillRect(Math.round((starts[at] - view.start) / view.perPixel) - 1, top, 2, height);
    work.items++;
  }
}

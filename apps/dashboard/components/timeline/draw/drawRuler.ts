import { countedPerSecond } from '../timelineModel.ts';
import { ticksFor } from '../rulerTicks.ts';
import type { Scene } from './scene.ts';

/** Timecodes that were written once; they are the same in every picture. */
const written = new WeakMap<object, Map<number, string>>();
const MOST_WRITTEN = 2000;

/** Draws a ruler with timecodes. */
export function drawRuler(scene: Scene, top: number, height: number): void {
  const { context, theme, view, model, work } = scene;
  const { major, minor } = ticksFor(view.perPixel, countedPerSecond(model.frames));
  const last = Math.min(view.count, view.start + view.width * view.perPixel);
  context.fillStyle = theme.panel;
  context.fillRect(0, top, view.width, height);
  context.fillStyle = theme.edge;
  for (let frame = Math.ceil(view.start / minor) * minor; frame <= last; frame += minor) {
    const long = frame % major === 0;
    const x = Math.round((frame - view.start) / view.perPixel);
    context.fillRect(x, long ? top : top + height - 5, 1, long ? height : 5);
    work.items++;
  }
  context.fillStyle = theme.dim;
  context.font = theme.digits;
  context.textBaseline = 'middle';
  for (let frame = Math.floor(view.start / major) * major; frame <= last; frame += major) {
    if (frame >= view.count) break;
    context.fillText(timecode(scene, frame), (frame - view.start) / view.perPixel + 4, top + height / 2 - 1);
    work.items++;
  }
}

function timecode({ model: { frames } }: Scene, frame: number): string {
  let known = written.get(frames);
  if (known === undefined) written.set(frames, (known = new Map()));
  let text = known.get(frame);
  if (text === undefined) {
    if (known.size > MOST_WRITTEN) known.clear();
    known.set(frame, (text = frames.timecodeOf(frame)));
  }
  return text;
}

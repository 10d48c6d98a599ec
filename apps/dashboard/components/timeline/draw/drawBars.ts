import { firstSeen, type Spans } from '../spans.ts';
import type { Scene } from './scene.ts';

/** Bars that are nearer to each other than this, in pixels, are drawn as one where they are narrow. */
const NEAR = 1;
const NARROW = 3;

/** Draws spans as bars of one colour; those too narrow to be told apart become one with their neighbours. */
export function drawBars(scene: Scene, spans: Spans, colour: string, top: number, height: number): void {
  const { context, view, work } = scene;
  const { starts, ends } = spans;
  const last = view.start + view.width * view.perPixel;
  context.fillStyle = colour;
  let left = 0;
  let right = -1;
  for (let at = firstSeen(spans, view.start); at < starts.length && starts[at] < last; at++) {
    const from = Math.max(0, (starts[at] - view.start) / view.perPixel);
    const to = Math.min(view.width, (ends[at] - view.start) / view.perPixel);
    if (right >= left && from - right < NEAR && to - from < NARROW) {
      if (to > right) right = to;
      continue;
    }
    if (right >= left) {
      context.fillRect(left, top, Math.max(1, right - left - 1), height);
      work.items++;
    }
    left = from;
    right = to;
  }
  if (right >= left) {
    context.fillRect(left, top, Math.max(1, right - left - 1), height);
    work.items++;
  }
}

import { firstSeen } from '../spans.ts';
import type { MarkRow, MarkTone } from '../timelineModel.ts';
import type { Scene } from './scene.ts';

/** What is worse lies over what is not, so that one stroke in a pixel tells the worst. */
const WEIGHT: Readonly<Record<MarkTone, number>> = { plain: 0, good: 1, accent: 2, warn: 3, bad: 4 };

/** Draws marks on the film: a stroke over their frames, and a flag at their beginning. */
export function drawMarks(scene: Scene, row: MarkRow, top: number, height: number): void {
  const { context, theme, view, work } = scene;
  const { starts, ends } = row.spans;
  const last = view.start + view.width * view.perPixel;
  let pixel = -1;
  let weight = -1;
  for (let at = firstSeen(row.spans, view.start); at < starts.length && starts[at] < last; at++) {
    const left = (starts[at] - view.start) / view.perPixel;
    const right = (ends[at] - view.start) / view.perPixel;
    const tone = row.tones[at];
    if (Math.floor(left) === pixel && WEIGHT[tone] <= weight) continue;
    pixel = Math.floor(left);
    weight = WEIGHT[tone];
    context.fillStyle = theme.tones[tone];
    context.fillRect(left, top + height - 5, Math.max(2, right - left), 2);
    flag(context, left, top + 2, tone);
    work.items++;
  }
}

/** Each tone has a shape of its own: a square for the good, a triangle for the bad, a diamond between. */
function flag(context: CanvasRenderingContext2D, x: number, y: number, tone: MarkTone): void {
  context.beginPath();
  if (tone === 'bad') {
    context.moveTo(x, y);
    context.lineTo(x + 9, y + 4.5);
    context.lineTo(x, y + 9);
  } else if (tone === 'warn') {
    context.moveTo(x + 4.5, y);
    context.lineTo(x + 9, y + 4.5);
    context.lineTo(x + 4.5, y + 9);
    context.lineTo(x, y + 4.5);
  } else {
    context.rect(x, y + 1, 7, 7);
  }
  context.fill();
}

import { ROW_HEIGHT } from '../rowLayout.ts';
import { firstSeen } from '../spans.ts';
import type { LineRow } from '../timelineModel.ts';
import type { Scene } from './scene.ts';

/** Pixels that a line needs to be drawn by itself, with its words. */
const ROOM = { block: 3, words: 28 } as const;

/** Draws what is said in one language: blocks, their words where there is room, dashed where nobody is seen saying it. */
export function drawLines(scene: Scene, row: LineRow, top: number): void {
  const { context, theme, view, work } = scene;
  const { starts, ends } = row.spans;
  const height = ROW_HEIGHT.lines;
  const last = view.start + view.width * view.perPixel;
  let drawnTo = -1;
  context.font = theme.font;
  context.textBaseline = 'middle';
  for (let at = firstSeen(row.spans, view.start); at < starts.length && starts[at] < last; at++) {
    const left = Math.max(0, (starts[at] - view.start) / view.perPixel);
    const right = Math.min(view.width, (ends[at] - view.start) / view.perPixel);
    const narrow = right - left < ROOM.block;
    // Of lines narrower than a pixel one is drawn, the others lie under it.
    if (narrow && right <= drawnTo) continue;
    const y = top + row.levels[at] * height + 2;
    const wide = Math.max(1, right - left - (narrow ? 0 : 1));
    if (narrow) drawnTo = left + 1;
    context.fillStyle = row.offScreen[at] === 1 ? theme.panel : theme.line;
    context.fillRect(left, y, wide, height - 4);
    work.items++;
    if (narrow) continue;
    context.fillStyle = row.offScreen[at] === 1 ? theme.edge : theme.faint;
    context.fillRect(left, y, 2, height - 4);
    if (row.offScreen[at] === 1) underline(context, left, y + height - 5, wide);
    if (wide >= ROOM.words) words(scene, row.texts[at], left, y, wide, height - 4);
  }
}

function underline(context: CanvasRenderingContext2D, left: number, y: number, wide: number): void {
  for (let x = left; x < left + wide; x += 6) context.fillRect(x, y, Math.min(3, left + wide - x), 1);
}

function words(
  { context, theme, work }: Scene,
  text: string,
  left: number,
  y: number,
  wide: number,
  height: number,
): void {
  context.save();
  context.beginPath();
  context.rect(left, y, wide - 3, height);
  context.clip();
  context.fillStyle = theme.text;
  context.fillText(text, left + 6, y + height / 2 + 0.5);
  context.restore();
  work.items++;
}

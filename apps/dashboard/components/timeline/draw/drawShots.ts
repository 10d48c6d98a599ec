import { firstSeen } from '../spans.ts';
import type { Scene } from './scene.ts';

/** Pixels that a shot needs to be drawn by itself, with its sign, with its number. */
const ROOM = { block: 3, sign: 16, number: 44, signHeight: 20 } as const;

/** The numbers of shots as people count them, written once. */
const numbers: string[] = [];
const numberOf = (shot: number): string => (numbers[shot] ??= String(shot + 1));

/**
 * Draws the shots as blocks in the colour and pattern of their state, signed where there is room. Of those too narrow
 * for a block the one that wants somebody most stands for its neighbours.
 */
export function drawShots(scene: Scene, top: number, height: number): void {
  const { context, theme, fills, view, model, work } = scene;
  const { starts, ends } = model.shots.spans;
  const { states } = model.shots;
  context.fillStyle = theme.ground;
  context.fillRect(0, top, view.width, height);
  const last = view.start + view.width * view.perPixel;
  let at = firstSeen(model.shots.spans, view.start);
  while (at < starts.length && starts[at] < last) {
    const left = (starts[at] - view.start) / view.perPixel;
    let right = (ends[at] - view.start) / view.perPixel;
    let state = states[at];
    const narrow = right - left < ROOM.block;
    const shot = at++;
    while (narrow && right - left < ROOM.block && at < starts.length && starts[at] < last) {
      right = (ends[at] - view.start) / view.perPixel;
      if (states[at] < state) state = states[at];
      at++;
    }
    context.fillStyle = fills[state];
    const gap = narrow ? 0 : 1;
    const from = Math.max(0, left);
    context.fillRect(from, top + 2, Math.max(1, Math.min(view.width, right) - from - gap), height - 4);
    work.items++;
    if (!narrow && height >= ROOM.signHeight && right - left >= ROOM.sign)
      sign(scene, shot, state, left, right, top, height);
  }
  if (scene.selected >= 0 && scene.selected < starts.length) frame(scene, top, height);
}

function sign(
  { context, view, signs, work }: Scene,
  shot: number,
  state: number,
  left: number,
  right: number,
  top: number,
  height: number,
): void {
  const x = Math.max(0, left) + 3;
  const room = Math.min(view.width, right) - x;
  const path = signs[state];
  const middle = top + height / 2;
  if (path !== null && room >= 12) {
    context.fillStyle = 'rgb(0 0 0 / 0.75)';
    context.fillRect(x - 1, middle - 7, 14, 14);
    context.strokeStyle = '#fff';
    context.lineWidth = 1.4;
    context.translate(x + 1, middle - 5);
    context.stroke(path);
    context.translate(-x - 1, 5 - middle);
    work.items++;
  }
  if (right - left >= ROOM.number && room >= 40) {
    const text = numberOf(shot);
    const offset = path === null ? 0 : 16;
    context.fillStyle = 'rgb(0 0 0 / 0.75)';
    context.fillRect(x + offset - 1, middle - 7, text.length * 7 + 4, 14);
    context.fillStyle = '#fff';
    context.fillText(text, x + offset + 1, middle + 0.5);
    work.items++;
  }
}

function frame({ context, theme, view, model, selected }: Scene, top: number, height: number): void {
  const { starts, ends } = model.shots.spans;
  const left = Math.max(-4, (starts[selected] - view.start) / view.perPixel);
  const right = Math.min(view.width + 4, (ends[selected] - view.start) / view.perPixel);
  if (right <= 0 || left >= view.width) return;
  context.strokeStyle = theme.text;
  context.lineWidth = 2;
  context.strokeRect(left + 1, top + 1, Math.max(2, right - left - 2), height - 2);
}

import { highest, levelFor, lowest } from '../soundLevels.ts';
import { secondsAt } from '#lib/film/places.ts';
import type { Scene } from './scene.ts';

const FULL_SCALE = 127;

/** Draws how loud the film's own sound is, one stroke in a pixel. */
export function drawSound(scene: Scene, top: number, height: number): void {
  const { context, theme, view, model, work } = scene;
  const sound = model.sound;
  if (sound === null) return;
  const { frames } = model;
  const middle = top + height / 2;
  const reach = (height - 4) / 2 / FULL_SCALE;
  const seconds = secondsAt(frames, view.start + view.width * view.perPixel) - secondsAt(frames, view.start);
  const level = levelFor(sound, seconds / Math.max(1, view.width));
  const pairs = sound.levels[level];
  const perSecond = sound.perSecond / 4 ** level;
  context.fillStyle = theme.line;
  context.fillRect(0, middle, view.width, 1);
  context.fillStyle = theme.faint;
  let from = Math.floor(secondsAt(frames, view.start) * perSecond) * 2;
  for (let x = 0; x < view.width; x++) {
    const to = Math.floor(secondsAt(frames, view.start + (x + 1) * view.perPixel) * perSecond) * 2;
    if (from >= pairs.length) break;
    const end = Math.min(pairs.length, Math.max(to, from + 2));
    const high = highest(pairs, from, end) * reach;
    const low = lowest(pairs, from, end) * reach;
    context.fillRect(x, middle - high, 1, Math.max(1, high - low));
    work.items++;
    from = to;
  }
}

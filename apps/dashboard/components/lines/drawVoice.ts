import { frameAt, type TimeSpan } from '@mondwerk/film';
import type { Peaks } from '#lib/film/index.ts';
import { soundOutline } from './curves.ts';
import { BANDS, type Scene, type Theme } from './scene.ts';
import type { Sound } from './sounds.ts';
import { ticksOf, xOf } from './view.ts';

/** Draws the instants that are named over a line. */
export function drawRuler(context: CanvasRenderingContext2D, { view, times }: Scene, theme: Theme): void {
  context.fillStyle = theme.faint;
  context.font = `10px ${theme.mono}`;
  context.textBaseline = 'middle';
  let said = '';
  for (const at of ticksOf(view).at) {
    const x = xOf(view, at);
    context.fillRect(x, BANDS.ruler - 4, 1, 4);
    const label = times.timecodeOf(frameAt(times.clock, at)).slice(-8);
    if (label !== said) context.fillText(label, x + 3, BANDS.ruler / 2);
    said = label;
  }
  context.fillStyle = theme.line;
  context.fillRect(0, BANDS.ruler, view.width, 1);
}

/** Draws the outline of the voice. */
export function drawVoice(
  context: CanvasRenderingContext2D,
  { view, peaks, line }: Scene,
  theme: Theme,
): void {
  const middle = BANDS.ruler + BANDS.voice / 2;
  context.fillStyle = theme.line;
  context.fillRect(0, middle, view.width, 1);
  if (peaks === undefined) return;
  const { low, high } = soundOutline(peaks, view);
  const half = (BANDS.voice / 2 - 2) * louder(peaks, line);
  context.fillStyle = theme.edge;
  for (let x = 0; x < low.length; x++) {
    const up = Math.min(BANDS.voice / 2, high[x] * half);
    const down = Math.min(BANDS.voice / 2, -low[x] * half);
    context.fillRect(x, middle - up, 1, Math.max(1, up + down));
  }
}

/** However quiet a line is, its outline is made no larger than this many times. */
const LOUDEST = 6;

/** How much larger the outline of a line is drawn, so that its loudest sound fills the room. */
function louder({ pairs, perSecond }: Peaks, { start, end }: TimeSpan): number {
  const own = pairs.subarray(2 * Math.floor(start * perSecond), 2 * Math.ceil(end * perSecond));
  const most = own.reduce((loudest, value) => Math.max(loudest, Math.abs(value)), 0);
  return Math.min(LOUDEST, 127 / Math.max(1, most));
}

/** Writes the words of a line where they are heard. */
export function drawWords(context: CanvasRenderingContext2D, { view, sounds }: Scene, theme: Theme): void {
  context.fillStyle = theme.dim;
  context.font = `11px ${theme.sans}`;
  context.textBaseline = 'middle';
  const middle = BANDS.ruler + BANDS.voice + BANDS.words / 2;
  let free = -Infinity;
  for (const { word, start, end } of wordsOf(sounds)) {
    const width = context.measureText(word).width;
    const x = Math.max(free, (xOf(view, start) + xOf(view, end) - width) / 2);
    context.fillText(word, x, middle);
    free = x + width + 6;
  }
}

/** The words of a line with where they are heard. */
function wordsOf(sounds: readonly Sound[]): readonly (TimeSpan & { readonly word: string })[] {
  const words: { word: string; start: number; end: number }[] = [];
  sounds.forEach(({ word, heard }, at) => {
    const last = words.at(-1);
    if (word === null) return;
    if (last !== undefined && sounds[at - 1]?.word === word) last.end = heard.end;
    else words.push({ word, ...heard });
  });
  return words;
}

/** Marks the sound that is edited: where the mouth makes it, and where the voice says it if that is elsewhere. */
export function drawChosen(
  context: CanvasRenderingContext2D,
  { view, sounds, chosen }: Scene,
  theme: Theme,
  height: number,
): void {
  const sound = sounds.find(({ phone }) => phone === chosen);
  if (sound === undefined) return;
  const { made, heard } = sound;
  context.globalAlpha = 0.16;
  context.fillStyle = theme.accent;
  context.fillRect(
    xOf(view, made.start),
    BANDS.ruler,
    xOf(view, made.end) - xOf(view, made.start),
    height - BANDS.ruler,
  );
  context.globalAlpha = 1;
  if (made.start === heard.start) return;
  context.strokeStyle = theme.accent;
  context.setLineDash([2, 2]);
  const x = xOf(view, heard.start);
  context.strokeRect(x, BANDS.ruler + 1, xOf(view, heard.end) - x, BANDS.voice - 2);
  context.setLineDash([]);
}

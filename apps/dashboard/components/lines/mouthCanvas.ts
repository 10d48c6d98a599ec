import { frameAt, middleOf, type TimeSpan } from '@mondwerk/film';
import type { LineMouth } from '#lib/api/planLines.ts';
import type { FrameTimes, Peaks } from '#lib/film/index.ts';
import { curvePoints, fullOpening, openingY, soundOutline, type Band, type Point } from './curves.ts';
import type { Sound } from './sounds.ts';
import { ticksOf, xOf, type View } from './view.ts';

/** All that is drawn of a line. */
export interface Scene {
  readonly view: View;
  readonly times: FrameTimes;
  /** Where the line is said. */
  readonly line: TimeSpan;
  readonly peaks: Peaks | undefined;
  readonly sounds: readonly Sound[];
  readonly mouths: LineMouth['mouths'];
  /** What each mouth would do with what is not saved; `null` where that is nothing else. */
  readonly estimates: readonly (readonly number[] | null)[];
  /** The number of the sound that is edited. */
  readonly chosen: number | null;
  /** How people call the reasons why a mouth stays as it was. */
  readonly reasonOf: (reason: string) => string;
}

/** Heights in pixels, from the top: the ruler, the voice, its words, room for the sounds, which lie over the canvas. */
export const BANDS = { ruler: 16, voice: 40, words: 16, sounds: 44, margin: 8 } as const;

/** Where the sounds lie. */
export const SOUNDS_TOP = BANDS.ruler + BANDS.voice + BANDS.words;

/** Below this difference in eye distances no eye notices anything. */
const NOTICED = 0.03;

interface Theme {
  readonly [token: string]: string;
}

/** Draws the voice of a line, and how far the mouth opens and should. */
export class MouthCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #theme: Theme;
  readonly #mono: string;
  readonly #sans: string;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    const style = getComputedStyle(canvas);
    const token = (name: string): string => style.getPropertyValue(`--color-${name}`).trim();
    this.#theme = Object.fromEntries(
      ['ground', 'panel', 'raised', 'line', 'edge', 'text', 'dim', 'faint', 'accent', 'warn'].map((name) => [
        name,
        token(name),
      ]),
    );
    this.#mono = style.getPropertyValue('--font-mono').trim() || 'monospace';
    this.#sans = style.getPropertyValue('--font-sans').trim() || 'sans-serif';
  }

  /** Draws a scene, `height` pixels high. */
  draw(scene: Scene, height: number): void {
    const pixels = window.devicePixelRatio || 1;
    const { width } = scene.view;
    if (width <= 0 || height <= 0) return;
    this.#canvas.width = Math.round(width * pixels);
    this.#canvas.height = Math.round(height * pixels);
    const context = this.#canvas.getContext('2d')!;
    context.scale(pixels, pixels);
    context.fillStyle = this.#theme.ground;
    context.fillRect(0, 0, width, height);
    const top = SOUNDS_TOP + BANDS.sounds + BANDS.margin;
    const band = { top, height: height - top - BANDS.margin };
    this.#drawLine(context, scene, height);
    this.#drawRuler(context, scene);
    this.#drawVoice(context, scene);
    this.#drawWords(context, scene);
    this.#drawChosen(context, scene, height);
    if (band.height > 10) this.#drawMouths(context, scene, band);
  }

  /** Where the line itself is, lighter than what is around it. */
  #drawLine(context: CanvasRenderingContext2D, { view, line }: Scene, height: number): void {
    context.fillStyle = this.#theme.panel;
    const [from, to] = [xOf(view, line.start), xOf(view, line.end)];
    context.fillRect(from, BANDS.ruler, to - from, height - BANDS.ruler);
  }

  #drawRuler(context: CanvasRenderingContext2D, { view, times }: Scene): void {
    context.fillStyle = this.#theme.faint;
    context.font = `10px ${this.#mono}`;
    context.textBaseline = 'middle';
    let said = '';
    for (const at of ticksOf(view).at) {
      const x = xOf(view, at);
      context.fillRect(x, BANDS.ruler - 4, 1, 4);
      const label = times.timecodeOf(frameAt(times.clock, at)).slice(-8);
      if (label !== said) context.fillText(label, x + 3, BANDS.ruler / 2);
      said = label;
    }
    context.fillStyle = this.#theme.line;
    context.fillRect(0, BANDS.ruler, view.width, 1);
  }

  #drawVoice(context: CanvasRenderingContext2D, { view, peaks }: Scene): void {
    const middle = BANDS.ruler + BANDS.voice / 2;
    context.fillStyle = this.#theme.line;
    context.fillRect(0, middle, view.width, 1);
    if (peaks === undefined) return;
    const { low, high } = soundOutline(peaks, view);
    const half = BANDS.voice / 2 - 2;
    context.fillStyle = this.#theme.edge;
    for (let x = 0; x < low.length; x++) {
      const up = high[x] * half;
      context.fillRect(x, middle - up, 1, Math.max(1, up - low[x] * half));
    }
  }

  #drawWords(context: CanvasRenderingContext2D, { view, sounds }: Scene): void {
    context.fillStyle = this.#theme.dim;
    context.font = `11px ${this.#sans}`;
    context.textBaseline = 'middle';
    const middle = BANDS.ruler + BANDS.voice + BANDS.words / 2;
    let free = -Infinity;
    wordsOf(sounds).forEach(({ word, start, end }) => {
      const width = context.measureText(word).width;
      const x = Math.max(free, (xOf(view, start) + xOf(view, end) - width) / 2);
      context.fillText(word, x, middle);
      free = x + width + 6;
    });
  }

  #drawChosen(context: CanvasRenderingContext2D, { view, sounds, chosen }: Scene, height: number): void {
    const sound = sounds.find(({ phone }) => phone === chosen);
    if (sound === undefined) return;
    const [from, to] = [xOf(view, sound.made.start), xOf(view, sound.made.end)];
    context.globalAlpha = 0.16;
    context.fillStyle = this.#theme.accent;
    context.fillRect(from, BANDS.ruler, to - from, height - BANDS.ruler);
    context.globalAlpha = 1;
    if (sound.made.start === sound.heard.start) return;
    // Where the voice says it, beside where the mouth makes it.
    context.strokeStyle = this.#theme.accent;
    context.setLineDash([2, 2]);
    const heard = xOf(view, sound.heard.start);
    context.strokeRect(heard, BANDS.ruler + 1, xOf(view, sound.heard.end) - heard, BANDS.voice - 2);
    context.setLineDash([]);
  }

  #drawMouths(context: CanvasRenderingContext2D, scene: Scene, band: Band): void {
    const { view, times, mouths, estimates } = scene;
    const full = fullOpening(mouths.flatMap(({ seen, wanted }) => [seen, wanted]));
    context.fillStyle = this.#theme.line;
    context.fillRect(0, band.top + band.height, view.width, 1);
    mouths.forEach((mouth, at) => {
      const place = { clock: times.clock, view, full, band };
      this.#drawPassed(context, scene, mouth, band);
      this.#drawDifference(context, mouth, place);
      this.#stroke(context, curvePoints(mouth.seen, mouth.start, place), this.#theme.text, []);
      this.#stroke(context, curvePoints(mouth.wanted, mouth.start, place), this.#theme.accent, [], 2);
      const estimate = estimates[at];
      if (estimate)
        this.#stroke(context, curvePoints(estimate, mouth.start, place), this.#theme.warn, [5, 3], 1.5);
      if (at > 0 && mouths[at - 1].shot !== mouth.shot) this.#drawCut(context, scene, mouth.start, band);
    });
  }

  #drawCut(
    context: CanvasRenderingContext2D,
    { view, times }: Scene,
    frame: number,
    { top, height }: Band,
  ): void {
    context.fillStyle = this.#theme.dim;
    context.fillRect(xOf(view, times.clock.times[frame]), top, 1, height);
  }

  /** Fills between the curves where the difference would be noticed. */
  #drawDifference(
    context: CanvasRenderingContext2D,
    { seen, wanted, start }: LineMouth['mouths'][number],
    { clock, view, full, band }: Parameters<typeof curvePoints>[2],
  ): void {
    context.globalAlpha = 0.22;
    context.fillStyle = this.#theme.warn;
    for (let at = 0; at + 1 < wanted.length; at++) {
      const [a, b] = [seen[at], seen[at + 1]];
      if (a === null || b === null) continue;
      if (Math.max(Math.abs(a - wanted[at]), Math.abs(b - wanted[at + 1])) <= NOTICED) continue;
      const [x, to] = [at, at + 1].map((each) => xOf(view, middleOf(clock, start + each)));
      context.beginPath();
      context.moveTo(x, openingY(a, full, band));
      context.lineTo(x, openingY(wanted[at], full, band));
      context.lineTo(to, openingY(wanted[at + 1], full, band));
      context.lineTo(to, openingY(b, full, band));
      context.fill();
    }
    context.globalAlpha = 1;
  }

  /** Hatches where the old mouth stays, with the reason where there is room. */
  #drawPassed(
    context: CanvasRenderingContext2D,
    { view, times: { clock }, reasonOf }: Scene,
    { passed }: LineMouth['mouths'][number],
    { top, height }: Band,
  ): void {
    for (const { reason, start, end } of passed) {
      const from = Math.max(0, xOf(view, clock.times[start] ?? clock.end));
      const to = Math.min(view.width, xOf(view, clock.times[end] ?? clock.end));
      if (to <= from) continue;
      hatch(context, { from, to, top, height, colour: this.#theme.line });
      context.font = `11px ${this.#mono}`;
      const text = reasonOf(reason);
      if (context.measureText(text).width + 8 > to - from) continue;
      context.fillStyle = this.#theme.dim;
      context.textBaseline = 'top';
      context.fillText(text, from + 4, top + 3);
    }
  }

  #stroke(
    context: CanvasRenderingContext2D,
    pieces: readonly (readonly Point[])[],
    colour: string,
    dash: number[],
    width = 1.5,
  ): void {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.setLineDash(dash);
    for (const points of pieces) {
      context.beginPath();
      points.forEach(({ x, y }, at) => (at === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.stroke();
    }
    context.setLineDash([]);
    context.lineWidth = 1;
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

interface Hatched {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  readonly colour: string;
}

function hatch(context: CanvasRenderingContext2D, { from, to, top, height, colour }: Hatched): void {
  context.save();
  context.beginPath();
  context.rect(from, top, to - from, height);
  context.clip();
  context.strokeStyle = colour;
  for (let x = from - height; x < to; x += 8) {
    context.beginPath();
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
    context.stroke();
  }
  context.restore();
}

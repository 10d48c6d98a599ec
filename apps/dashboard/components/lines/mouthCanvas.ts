import { drawMouths } from './drawMouths.ts';
import { drawChosen, drawRuler, drawVoice, drawWords } from './drawVoice.ts';
import { BANDS, SOUNDS_TOP, themeOf, type Scene, type Theme } from './scene.ts';
import { xOf } from './view.ts';

/** Draws the voice of a line, and how far the mouth opens and should. */
export class MouthCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #theme: Theme;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#theme = themeOf(canvas);
  }

  /** Draws a scene, `height` pixels high. */
  draw(scene: Scene, height: number): void {
    const pixels = window.devicePixelRatio || 1;
    const { view, line } = scene;
    if (view.width <= 0 || height <= 0) return;
    this.#canvas.width = Math.round(view.width * pixels);
    this.#canvas.height = Math.round(height * pixels);
    const context = this.#canvas.getContext('2d')!;
    context.scale(pixels, pixels);
    context.fillStyle = this.#theme.ground;
    context.fillRect(0, 0, view.width, height);
    // Where the line itself is, lighter than what is around it.
    context.fillStyle = this.#theme.panel;
    const from = xOf(view, line.start);
    context.fillRect(from, BANDS.ruler, xOf(view, line.end) - from, height - BANDS.ruler);
    drawRuler(context, scene, this.#theme);
    drawVoice(context, scene, this.#theme);
    drawWords(context, scene, this.#theme);
    drawChosen(context, scene, this.#theme, height);
    const top = SOUNDS_TOP + BANDS.sounds + BANDS.margin;
    const band = { top, height: height - top - BANDS.margin };
    if (band.height > 10) drawMouths(context, scene, this.#theme, band);
  }
}

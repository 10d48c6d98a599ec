import { drawShots } from './draw/drawShots.ts';
import type { Scene } from './draw/scene.ts';
import { NearPictures } from './nearPictures.ts';
import { SheetStore } from './sheetStore.ts';
import { fillsOf, signsOfStates, type TimelineTheme } from './theme.ts';
import type { TimelineModel } from './timelineModel.ts';
import { wholeFilm, type TimelineView } from './view.ts';

/** What a small map of the whole film is drawn on. */
interface Surface {
  readonly canvas: HTMLCanvasElement;
  /** Laid over the stretch that the timeline shows. */
  readonly window: HTMLElement;
  readonly theme: TimelineTheme;
}

/** Draws the whole film small, and where in it the timeline is. */
export class Minimap {
  readonly #surface: Surface;
  readonly #scene: Scene;
  #asked = 0;

  constructor(surface: Surface, model: TimelineModel) {
    this.#surface = surface;
    const context = surface.canvas.getContext('2d', { alpha: false })!;
    this.#scene = {
      ...{ context, theme: surface.theme, model, selected: -1 },
      fills: fillsOf(context, surface.theme),
      signs: signsOfStates().map(() => null),
      sheets: new SheetStore(() => undefined),
      near: new NearPictures(() => undefined),
      work: { pictures: 0, items: 0, milliseconds: 0 },
      view: wholeFilm(model.frames.count, 1),
    };
  }

  show(model: TimelineModel): void {
    this.#scene.model = model;
    this.#ask();
  }

  resize(width: number, height: number): void {
    const { canvas } = this.#surface;
    canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
    this.#scene.view = wholeFilm(this.#scene.model.frames.count, width);
    this.#draw();
  }

  /** Lays the window over what the timeline shows. */
  mark({ start, perPixel, width, count }: TimelineView): void {
    const scale = this.#scene.view.width / Math.max(1, count);
    const { style } = this.#surface.window;
    style.transform = `translateX(${start * scale}px)`;
    style.width = `${Math.max(6, Math.min(count, width * perPixel) * scale)}px`;
  }

  /** The frame under a pixel. */
  frameAt(x: number): number {
    const { width, count } = this.#scene.view;
    return (Math.max(0, Math.min(width, x)) / Math.max(1, width)) * count;
  }

  close(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
  }

  #ask(): void {
    if (this.#asked === 0) this.#asked = requestAnimationFrame(this.#draw);
  }

  #draw = (): void => {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
    const { context, model, view } = this.#scene;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    this.#scene.view = wholeFilm(model.frames.count, view.width);
    drawShots(this.#scene, 0, this.#surface.canvas.height / devicePixelRatio);
  };
}

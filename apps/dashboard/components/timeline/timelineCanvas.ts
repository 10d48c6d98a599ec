import { drawBars } from './draw/drawBars.ts';
import { drawLines } from './draw/drawLines.ts';
import { drawMarks } from './draw/drawMarks.ts';
import { drawRuler } from './draw/drawRuler.ts';
import { drawShots } from './draw/drawShots.ts';
import { drawSound } from './draw/drawSound.ts';
import { drawStrip } from './draw/drawStrip.ts';
import type { DrawWork, Scene } from './draw/scene.ts';
import { NearPictures } from './nearPictures.ts';
import { layRows, type Row, type RowLayout, type ShownRows } from './rowLayout.ts';
import { SheetStore } from './sheetStore.ts';
import { fillsOf, signsOfStates, type TimelineTheme } from './theme.ts';
import type { TimelineModel } from './timelineModel.ts';
import { following, resized, wholeFilm, xOf, type TimelineView } from './view.ts';

/** Frames that are played over and over. */
export interface Loop {
  readonly start: number;
  readonly end: number;
}

/** What a timeline is drawn on: its canvas, and the element that is moved to where the film is. */
interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly playhead: HTMLElement;
  readonly theme: TimelineTheme;
  readonly onView: (view: TimelineView) => void;
}

/**
 * Draws a film over time. It draws when something has changed, in the browser's next frame, and only what is seen: what
 * is narrower than a pixel is drawn with its neighbours.
 */
export class TimelineCanvas {
  readonly #surface: Surface;
  readonly #scene: Scene;
  #shown: ShownRows = { faces: true, sound: true, lines: true };
  #layout: RowLayout;
  #size = { width: 1, height: 1 };
  #scrollTop = 0;
  #loop: Loop | null = null;
  #frame = 0;
  #asked = 0;

  constructor(surface: Surface, model: TimelineModel) {
    this.#surface = surface;
    const context = surface.canvas.getContext('2d', { alpha: false })!;
    this.#scene = {
      ...{ context, theme: surface.theme, model, selected: -1 },
      fills: fillsOf(context, surface.theme),
      signs: signsOfStates(),
      sheets: new SheetStore(() => this.#ask()),
      near: new NearPictures(() => this.#ask()),
      work: { pictures: 0, items: 0, milliseconds: 0 },
      view: wholeFilm(model.frames.count, 1),
    };
    this.#showPictures(model);
    this.#layout = layRows(model, this.#shown, 1);
  }

  get view(): TimelineView {
    return this.#scene.view;
  }

  get layout(): RowLayout {
    return this.#layout;
  }

  /** What the last picture took to draw. */
  get work(): Readonly<DrawWork> {
    return this.#scene.work;
  }

  get frame(): number {
    return this.#frame;
  }

  /** Pixels by which the lanes are scrolled down. */
  get scrollTop(): number {
    return this.#scrollTop;
  }

  show(model: TimelineModel, shown: ShownRows): void {
    this.#scene.model = model;
    this.#shown = shown;
    this.#showPictures(model);
    this.#layout = layRows(model, shown, this.#size.height);
    this.changeView(resized(this.#scene.view, this.#size.width, model.frames.count));
    this.#ask();
  }

  resize(width: number, height: number): void {
    const { canvas } = this.#surface;
    this.#size = { width, height };
    canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
    this.#layout = layRows(this.#scene.model, this.#shown, height);
    this.changeView(resized(this.#scene.view, width, this.#scene.model.frames.count));
    // A canvas of another size is empty: it must not be seen so.
    this.#draw();
  }

  changeView(view: TimelineView): void {
    this.#scene.view = view;
    this.#placePlayhead();
    this.#surface.onView(view);
    this.#ask();
  }

  scrollLanes(top: number): void {
    this.#scrollTop = top;
    this.#ask();
  }

  select(shot: number): void {
    this.#scene.selected = shot;
    this.#ask();
  }

  loop(loop: Loop | null): void {
    this.#loop = loop;
    this.#ask();
  }

  /** Moves to where the film is; `follow` turns the page when that is out of sight. */
  placeAt(frame: number, follow: boolean): void {
    this.#frame = frame;
    const view = follow ? following(this.#scene.view, frame) : this.#scene.view;
    if (view !== this.#scene.view) this.changeView(view);
    else this.#placePlayhead();
  }

  /** While the film plays, no other pictures are decoded. */
  setPlaying(playing: boolean): void {
    this.#scene.near.setPlaying(playing);
  }

  close(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
    this.#scene.sheets.close();
    this.#scene.near.close();
  }

  #showPictures({ pictures, frames }: TimelineModel): void {
    this.#scene.sheets.show(pictures);
    const proxy = pictures?.proxy ?? null;
    this.#scene.near.show(proxy === null ? null : { proxy, frames });
  }

  #placePlayhead(): void {
    const { view } = this.#scene;
    const { style } = this.#surface.playhead;
    const x = xOf(view, this.#frame);
    const wide = Math.max(1, 1 / view.perPixel);
    style.display = x + wide < 0 || x > view.width ? 'none' : '';
    style.width = `${wide}px`;
    style.transform = `translateX(${x}px)`;
  }

  #ask(): void {
    if (this.#asked === 0) this.#asked = requestAnimationFrame(this.#draw);
  }

  #draw = (): void => {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
    const began = performance.now();
    const scene = this.#scene;
    scene.work.items = 0;
    scene.work.pictures++;
    scene.near.begin();
    scene.context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    this.#drawLanes();
    for (const row of this.#layout.fixed) this.#drawRow(row, row.top);
    if (this.#loop !== null) this.#drawLoop(this.#loop);
    scene.near.rest();
    scene.work.milliseconds = performance.now() - began;
  };

  #drawLanes(): void {
    const { context, theme } = this.#scene;
    const { lanes, fixedHeight, pinned, pinnedTop } = this.#layout;
    const { width, height } = this.#size;
    context.fillStyle = theme.ground;
    context.fillRect(0, fixedHeight, width, height - fixedHeight);
    for (const row of lanes) {
      const top = row.top + fixedHeight - this.#scrollTop;
      if (top + row.height > fixedHeight && top < height) this.#drawLane(row, top);
    }
    if (pinned.length === 0) return;
    context.fillStyle = theme.ground;
    context.fillRect(0, pinnedTop, width, height - pinnedTop);
    for (const row of pinned) this.#drawLane(row, row.top + pinnedTop);
    context.fillStyle = theme.line;
    context.fillRect(0, pinnedTop - 1, width, 1);
  }

  #drawLane(row: Row, top: number): void {
    const { context, theme } = this.#scene;
    this.#drawRow(row, top);
    context.fillStyle = theme.raised;
    context.fillRect(0, top + row.height - 1, this.#size.width, 1);
  }

  #drawRow({ kind, index, height }: Row, top: number): void {
    const scene = this.#scene;
    const { model, theme } = scene;
    if (kind === 'ruler') drawRuler(scene, top, height);
    else if (kind === 'strip') drawStrip(scene, top, height);
    else if (kind === 'shots') drawShots(scene, top, height);
    else if (kind === 'face') drawBars(scene, model.faces[index].spans, theme.faint, top + 7, height - 15);
    else if (kind === 'sound') drawSound(scene, top, height);
    else if (kind === 'lines') drawLines(scene, model.lines[index], top);
    else drawMarks(scene, model.marks[index], top, height);
  }

  #drawLoop({ start, end }: Loop): void {
    const { context, theme, view } = this.#scene;
    const left = xOf(view, start);
    const right = xOf(view, end);
    const { height } = this.#layout.fixed[0];
    context.fillStyle = theme.accent;
    context.fillRect(left, height - 4, right - left, 4);
    context.fillRect(left, 0, 2, height);
    context.fillRect(right - 2, 0, 2, height);
  }
}

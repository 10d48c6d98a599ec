import { useEffect, useImperativeHandle, useRef, type Ref, type RefObject } from 'react';
import type { TimelineDriver } from './driver.ts';
import { hearGestures, type GestureTarget } from './gestures.ts';
import { Minimap } from './minimap.ts';
import { rowAt, type Row, type ShownRows } from './rowLayout.ts';
import { spanAt } from './spans.ts';
import { themeOf } from './theme.ts';
import { TimelineCanvas } from './timelineCanvas.ts';
import type { TimelineModel } from './timelineModel.ts';
import { frameUnder, placeAt, scrolled, showing, wholeFilm, zoomed } from './view.ts';

/** What the page can ask of a timeline. */
export interface TimelineHandle {
  /** Nearer (above 1) or farther, around the playhead where that is in sight. */
  readonly zoom: (factor: number) => void;
  /** Shows the whole film. */
  readonly fit: () => void;
  /** Shows some frames as large as they fit. */
  readonly show: (start: number, end: number) => void;
  /** Turns so many pages. */
  readonly page: (pages: number) => void;
}

/** A place of a timeline that somebody points at. */
export interface Pointed {
  readonly row: Row;
  readonly frame: number;
  /** Which span of its row it is; -1 between them. */
  readonly span: number;
  /** Pixels from the left and top edge of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** What a timeline is told. */
export interface TimelineInput {
  readonly model: TimelineModel;
  readonly shown: ShownRows;
  readonly driver: TimelineDriver;
  /** The number of the shot that is selected. */
  readonly selected: number | null;
  readonly onPick: (pointed: Pointed) => void;
  readonly onHover: (pointed: Pointed | null) => void;
  /** How high the canvas is, in pixels. */
  readonly onHeight: (height: number) => void;
  readonly handle: Ref<TimelineHandle> | undefined;
}

/** The elements that a timeline is made of. */
export interface TimelineElements {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly playhead: RefObject<HTMLDivElement | null>;
  readonly map: RefObject<HTMLCanvasElement | null>;
  readonly mapWindow: RefObject<HTMLDivElement | null>;
}

/** What the span of a row under a pixel is. */
function pointAt(engine: TimelineCanvas, model: TimelineModel, x: number, y: number): Pointed | null {
  const row = rowAt(engine.layout, y, engine.scrollTop);
  if (row === undefined) return null;
  const place = placeAt(engine.view, x);
  const spans = {
    ...{ ruler: null, strip: model.shots.spans, shots: model.shots.spans, sound: null },
    ...{ face: model.faces[row.index]?.spans, lines: model.lines[row.index]?.spans },
    marks: model.marks[row.index]?.spans,
  }[row.kind];
  return { row, frame: frameUnder(engine.view, x), span: spans ? spanAt(spans, place) : -1, x, y };
}

/** Draws a timeline into elements and lets people move it. */
export function useTimelineCanvas(elements: TimelineElements, input: TimelineInput): void {
  const { model, shown, driver, selected, handle } = input;
  const engine = useRef<TimelineCanvas | null>(null);
  const map = useRef<Minimap | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    const theme = themeOf(elements.canvas.current!);
    const minimap = new Minimap(
      { canvas: elements.map.current!, window: elements.mapWindow.current!, theme },
      latest.current.model,
    );
    const onView = minimap.mark.bind(minimap);
    const timeline = new TimelineCanvas(
      { canvas: elements.canvas.current!, playhead: elements.playhead.current!, theme, onView },
      latest.current.model,
    );
    engine.current = timeline;
    map.current = minimap;
    const stops = [
      hearGestures(elements.canvas.current!, targetOf(timeline, elements, latest)),
      hearMap(elements.map.current!, timeline, minimap),
      fitTo(elements, timeline, minimap, (height) => latest.current.onHeight(height)),
    ];
    return () => {
      for (const stop of stops) stop();
      timeline.close();
      minimap.close();
    };
  }, [elements]);
  useEffect(() => {
    map.current?.show(model);
    engine.current?.show(model, shown);
  }, [model, shown]);
  useEffect(() => engine.current?.select(selected ?? -1), [selected]);
  useEffect(() => {
    let told: TimelineDriver['state'] | null = null;
    const follow = (): void => {
      const { state } = driver;
      if (state.frame !== told?.frame) engine.current?.placeAt(state.frame, told !== null);
      if (state.loop !== told?.loop) engine.current?.loop(state.loop);
      if (state.playing !== told?.playing) engine.current?.setPlaying(state.playing);
      told = state;
    };
    follow();
    return driver.subscribe(follow);
  }, [driver]);
  useImperativeHandle(handle, () => handleOf(engine), []);
}

function targetOf(
  timeline: TimelineCanvas,
  { scroller }: TimelineElements,
  latest: RefObject<TimelineInput>,
): GestureTarget {
  const point = (x: number, y: number): Pointed | null => pointAt(timeline, latest.current.model, x, y);
  return {
    view: () => timeline.view,
    changeView: (view) => {
      timeline.changeView(view);
      latest.current.onHover(null);
    },
    isScrubber: (y) => ['ruler', 'strip'].includes(rowAt(timeline.layout, y, timeline.scrollTop)?.kind ?? ''),
    scrub: (frame) => latest.current.driver.seek(frame),
    pick: (x, y) => {
      const pointed = point(x, y);
      if (pointed !== null) latest.current.onPick(pointed);
    },
    zoomToShot: (x) => {
      const { spans } = latest.current.model.shots;
      const shot = spanAt(spans, placeAt(timeline.view, x));
      if (shot >= 0) timeline.changeView(showing(timeline.view, spans.starts[shot], spans.ends[shot]));
    },
    scrollLanes: (pixels) => scroller.current?.scrollBy({ top: pixels }),
    hover: (x, y) => latest.current.onHover(point(x, y)),
    leave: () => latest.current.onHover(null),
  };
}

/** Dragging on the small map moves the piece that is shown. */
function hearMap(canvas: HTMLCanvasElement, timeline: TimelineCanvas, map: Minimap): () => void {
  const go = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    canvas.setPointerCapture(event.pointerId);
    const { view } = timeline;
    const middle = map.frameAt(event.clientX - canvas.getBoundingClientRect().left);
    timeline.changeView(scrolled(view, (middle - view.start) / view.perPixel - view.width / 2));
  };
  canvas.addEventListener('pointerdown', go);
  canvas.addEventListener('pointermove', go);
  return () => {
    canvas.removeEventListener('pointerdown', go);
    canvas.removeEventListener('pointermove', go);
  };
}

/** Keeps canvases as large as their places. */
function fitTo(
  { scroller, canvas, map }: TimelineElements,
  timeline: TimelineCanvas,
  minimap: Minimap,
  onHeight: (height: number) => void,
): () => void {
  const box = scroller.current!;
  const fit = (): void => {
    minimap.resize(map.current!.clientWidth, map.current!.clientHeight);
    timeline.resize(canvas.current!.clientWidth, canvas.current!.clientHeight);
    onHeight(canvas.current!.clientHeight);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(canvas.current!);
  observer.observe(map.current!);
  const scroll = (): void => timeline.scrollLanes(box.scrollTop);
  box.addEventListener('scroll', scroll, { passive: true });
  return () => {
    observer.disconnect();
    box.removeEventListener('scroll', scroll);
  };
}

function handleOf(engine: RefObject<TimelineCanvas | null>): TimelineHandle {
  const change = (act: (timeline: TimelineCanvas) => void): void => {
    if (engine.current !== null) act(engine.current);
  };
  return {
    zoom: (factor) =>
      change((timeline) => {
        const { view, frame } = timeline;
        const x = (frame + 0.5 - view.start) / view.perPixel;
        timeline.changeView(zoomed(view, factor, x >= 0 && x <= view.width ? x : view.width / 2));
      }),
    fit: () => change((timeline) => timeline.changeView(wholeFilm(timeline.view.count, timeline.view.width))),
    show: (start, end) => change((timeline) => timeline.changeView(showing(timeline.view, start, end))),
    page: (pages) =>
      change((timeline) => timeline.changeView(scrolled(timeline.view, pages * timeline.view.width * 0.9))),
  };
}

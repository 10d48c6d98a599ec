import { frameUnder, scrolled, zoomed, type TimelineView } from './view.ts';

/** What gestures act on. */
export interface GestureTarget {
  readonly view: () => TimelineView;
  readonly changeView: (view: TimelineView) => void;
  /** Whether dragging at a height moves the film rather than the timeline. */
  readonly isScrubber: (y: number) => boolean;
  readonly scrub: (frame: number) => void;
  /** Somebody pressed and let go without dragging. */
  readonly pick: (x: number, y: number) => void;
  readonly zoomToShot: (x: number) => void;
  readonly scrollLanes: (pixels: number) => void;
  readonly hover: (x: number, y: number) => void;
  readonly leave: () => void;
}

/** Pixels that a hand may tremble while it presses. */
const TREMBLE = 4;
/** How far a notch of a wheel that counts lines scrolls, in pixels. */
const LINE = 32;
/** How much nearer a pixel of a wheel comes. */
const ZOOM = 0.0025;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Press extends Point {
  readonly scrubs: boolean;
  readonly lastX: number;
  readonly dragged: boolean;
}

/** Lets wheels, mice, pens and fingers move a timeline. Returns how to stop that. */
export function hearGestures(element: HTMLElement, target: GestureTarget): () => void {
  const fingers = new Map<number, Point>();
  let press: Press | null = null;
  const at = ({ clientX, clientY }: PointerEvent | WheelEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const handlers = {
    wheel: (event: WheelEvent) => turnWheel(event, at(event), target),
    pointerdown: (event: PointerEvent) => {
      if (event.button > 1) return;
      const point = at(event);
      fingers.set(event.pointerId, point);
      element.setPointerCapture(event.pointerId);
      const scrubs = event.button === 0 && target.isScrubber(point.y);
      press = fingers.size > 1 ? null : { ...point, scrubs, lastX: point.x, dragged: false };
      if (press?.scrubs) target.scrub(frameUnder(target.view(), point.x));
    },
    pointermove: (event: PointerEvent) => {
      const point = at(event);
      const before = fingers.get(event.pointerId);
      if (before === undefined) return target.hover(point.x, point.y);
      fingers.set(event.pointerId, point);
      if (fingers.size === 2) return pinch([...fingers.values()], before, point, target);
      if (press !== null) press = drag(press, point, target);
    },
    pointerup: (event: PointerEvent) => {
      fingers.delete(event.pointerId);
      if (press !== null && !press.dragged && !press.scrubs && event.button === 0)
        target.pick(press.x, press.y);
      press = null;
    },
    pointercancel: (event: PointerEvent) => {
      fingers.delete(event.pointerId);
      press = null;
    },
    pointerleave: () => target.leave(),
    dblclick: (event: MouseEvent) => target.zoomToShot(at(event as PointerEvent).x),
  };
  return listenTo(element, handlers as unknown as Readonly<Record<string, EventListener>>);
}

function listenTo(element: HTMLElement, handlers: Readonly<Record<string, EventListener>>): () => void {
  const entries = Object.entries(handlers);
  for (const [kind, handle] of entries) element.addEventListener(kind, handle, { passive: false });
  return () => {
    for (const [kind, handle] of entries) element.removeEventListener(kind, handle);
  };
}

function turnWheel(event: WheelEvent, { x }: Point, target: GestureTarget): void {
  event.preventDefault();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
  const [across, down] = [event.deltaX * unit, event.deltaY * unit];
  // Pinching a touchpad comes as a wheel with the control key, too.
  if (event.ctrlKey || event.metaKey) {
    return target.changeView(zoomed(target.view(), Math.exp(-down * ZOOM), x));
  }
  if (event.shiftKey) return target.scrollLanes(down || across);
  target.changeView(scrolled(target.view(), Math.abs(across) > Math.abs(down) ? across : down));
}

function drag(press: Press, { x, y }: Point, target: GestureTarget): Press {
  const view = target.view();
  if (press.scrubs) {
    const beyond = x < 0 ? x : Math.max(0, x - view.width);
    if (beyond !== 0) target.changeView(scrolled(view, beyond));
    target.scrub(frameUnder(target.view(), Math.max(0, Math.min(view.width - 1, x))));
    return { ...press, dragged: true };
  }
  const far = Math.abs(x - press.x) > TREMBLE || Math.abs(y - press.y) > TREMBLE;
  if (!press.dragged && !far) return press;
  target.changeView(scrolled(view, press.lastX - x));
  return { ...press, lastX: x, dragged: true };
}

/** Two fingers: what was between them stays between them. */
function pinch(now: readonly Point[], before: Point, moved: Point, target: GestureTarget): void {
  const other = now.find((point) => point !== moved) ?? moved;
  const was = Math.max(10, Math.abs(before.x - other.x));
  const is = Math.max(10, Math.abs(moved.x - other.x));
  const middle = (moved.x + other.x) / 2;
  const slid = scrolled(target.view(), (before.x - moved.x) / 2);
  target.changeView(zoomed(slid, is / was, middle));
}

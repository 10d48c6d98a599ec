/** What is carried: faces, or a part. */
export type Carried =
  | { readonly kind: 'performers'; readonly ids: readonly string[] }
  | { readonly kind: 'character'; readonly id: string };

/** Where it can be put down: a face, a part, or among the extras. */
export interface Target {
  readonly kind: 'performer' | 'character' | 'extras';
  readonly id: string;
}

/** Is told how carrying goes. */
export interface DragEvents {
  /** It really is carried: the pointer went away with it, or a finger stayed on it. */
  readonly lift: () => void;
  /** Where the pointer is, in pixels of the window. */
  readonly move: (x: number, y: number) => void;
  readonly over: (target: Target | null) => void;
  readonly drop: (target: Target | null) => void;
  readonly cancel: () => void;
}

/** How far a mouse goes before something is carried, in pixels. */
const AWAY_PX = 6;

/** How long a finger stays before something is carried; before, it scrolls. */
const STAY_MS = 350;

/** How near the edge of what scrolls it scrolls, and how fast, in pixels and pixels per frame. */
const EDGE_PX = 48;
const SCROLL_PX = 12;

/** The attribute of something that things can be put down on: `performer:ID`. */
export const targetName = ({ kind, id }: Target): string => `${kind}:${id}`;

function targetAt(x: number, y: number): Target | null {
  const name = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-target]')?.dataset.target;
  if (name === undefined) return null;
  const [kind, id] = name.split(':');
  return { kind: kind as Target['kind'], id };
}

const scrollerOf = (from: Element): Element | null => from.closest('[data-scrolls]');

/**
 * Follows a pointer that went down on something which can be carried, until it goes up; Esc takes it back. A mouse
 * lifts by moving, a finger by staying where it is, so that the page can still be scrolled.
 */
export function followPointer(down: PointerEvent, events: DragEvents): void {
  new Carrying(down, events).begin();
}

class Carrying {
  readonly #down: PointerEvent;
  readonly #events: DragEvents;
  readonly #ended = new AbortController();
  #lifted = false;
  #over: string | null = null;
  #at: { x: number; y: number };

  constructor(down: PointerEvent, events: DragEvents) {
    this.#down = down;
    this.#events = events;
    this.#at = { x: down.clientX, y: down.clientY };
  }

  begin(): void {
    const { signal } = this.#ended;
    if (this.#down.pointerType !== 'mouse') {
      const timer = setTimeout(() => this.#lift(), STAY_MS);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }
    window.addEventListener('pointermove', (event) => this.#move(event), { signal });
    window.addEventListener('pointerup', () => this.#end(true), { signal });
    window.addEventListener('pointercancel', () => this.#end(false), { signal });
    window.addEventListener('keydown', (event) => event.key === 'Escape' && this.#takeBack(event), {
      signal,
      capture: true,
    });
    // Once lifted, a finger no longer scrolls, and staying opens no menu.
    const keep = (event: Event): void => void (this.#lifted && event.preventDefault());
    window.addEventListener('touchmove', keep, { signal, passive: false });
    window.addEventListener('contextmenu', keep, { signal });
    window.addEventListener('selectstart', (event) => event.preventDefault(), { signal });
  }

  #move({ pointerId, clientX: x, clientY: y }: PointerEvent): void {
    if (pointerId !== this.#down.pointerId) return;
    const away = Math.hypot(x - this.#down.clientX, y - this.#down.clientY) > AWAY_PX;
    this.#at = { x, y };
    if (!this.#lifted && away) {
      if (this.#down.pointerType === 'mouse') this.#lift();
      else this.#ended.abort();
    }
    if (this.#lifted) this.#look();
  }

  #lift(): void {
    this.#lifted = true;
    this.#events.lift();
    this.#look();
    this.#scrollAtEdges();
  }

  #look(): void {
    const { x, y } = this.#at;
    this.#events.move(x, y);
    const target = targetAt(x, y);
    const name = target && targetName(target);
    if (name === this.#over) return;
    this.#over = name;
    this.#events.over(target);
  }

  #scrollAtEdges(): void {
    if (this.#ended.signal.aborted) return;
    const { x, y } = this.#at;
    const under = document.elementFromPoint(x, y);
    const scroller = under && scrollerOf(under);
    if (scroller) {
      const { top, bottom } = scroller.getBoundingClientRect();
      if (y < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX;
      else if (y > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX;
    }
    requestAnimationFrame(() => this.#scrollAtEdges());
  }

  #takeBack(event: Event): void {
    if (!this.#lifted) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(false);
  }

  #end(dropped: boolean): void {
    this.#ended.abort();
    if (!this.#lifted) return;
    swallowClick();
    if (dropped) this.#events.drop(targetAt(this.#at.x, this.#at.y));
    else this.#events.cancel();
  }
}

/** What is put down is not clicked as well. */
function swallowClick(): void {
  const swallowed = new AbortController();
  const swallow = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, signal: swallowed.signal });
  setTimeout(() => swallowed.abort(), 0);
}

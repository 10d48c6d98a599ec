/** What a wheel moves. */
interface Wheeled {
  /** Brings nearer what is under a pixel, by a factor. */
  readonly zoom: (factor: number, x: number) => void;
  readonly pan: (pixels: number) => void;
}

/** How far a notch of a wheel that counts lines goes, in pixels. */
const LINE = 32;

/** How much nearer a pixel of a wheel comes. */
const NEARER = 0.0025;

/** Lets a wheel zoom (with Ctrl, as pinching a touchpad comes too) and pan. Returns how to stop that. */
export function hearWheel(element: HTMLElement, { zoom, pan }: Wheeled): () => void {
  const turn = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    const [across, down] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      zoom(Math.exp(-down * NEARER), event.clientX - element.getBoundingClientRect().left);
    } else {
      pan(Math.abs(across) > Math.abs(down) ? across : down);
    }
  };
  element.addEventListener('wheel', turn, { passive: false });
  return () => element.removeEventListener('wheel', turn);
}

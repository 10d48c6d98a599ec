import type { Loop } from './timelineCanvas.ts';

/** What moves a film along: a player, or the playhead alone while there are no pictures. */
export interface TimelineDriver {
  readonly state: { readonly frame: number; readonly playing: boolean; readonly loop: Loop | null };
  readonly subscribe: (listener: () => void) => () => void;
  readonly seek: (frame: number) => void;
}

/** A playhead without a film behind it: it goes where it is put. */
export class StillDriver implements TimelineDriver {
  readonly #listeners = new Set<() => void>();
  readonly #count: number;
  #state: TimelineDriver['state'] = { frame: 0, playing: false, loop: null };

  constructor(count: number) {
    this.#count = count;
  }

  get state(): TimelineDriver['state'] {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  seek = (frame: number): void => {
    const inFilm = Math.max(0, Math.min(this.#count - 1, Math.round(frame)));
    this.#state = { ...this.#state, frame: inFilm };
    for (const listener of this.#listeners) listener();
  };
}

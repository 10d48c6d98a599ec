import type { Shot } from '@mondwerk/film';

/** The shots of a film as far as its cuts are known: the last one goes on to the end until another begins. */
export class GrowingShots {
  readonly #shots: { readonly index: number; readonly frames: { readonly start: number; end: number } }[];
  readonly #end: number;

  constructor(end: number) {
    this.#end = end;
    this.#shots = [{ index: 0, frames: { start: 0, end } }];
  }

  /** The shots so far; they grow. */
  get shots(): readonly Shot[] {
    return this.#shots;
  }

  /** A shot begins at this frame, where the one before it ends. */
  begin(frame: number): void {
    const last = this.#shots.at(-1)!;
    last.frames.end = frame;
    this.#shots.push({ index: last.index + 1, frames: { start: frame, end: this.#end } });
  }
}

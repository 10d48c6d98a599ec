import type { Film } from '@mondwerk/media';

/** A film that was probed, and the hash that its artifacts are keyed by. */
export interface CheckedFilm {
  readonly film: Film;
  readonly filmHash: string;
}

import type { Film } from '@mondwerk/media';

/** A film that was probed, the name by which people know it, and the hash that its artifacts are keyed by. */
export interface CheckedFilm {
  readonly film: Film;
  readonly filmName: string;
  readonly filmHash: string;
}

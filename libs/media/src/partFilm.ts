import type { Film } from './film.ts';
import type { Part } from './partPackets.ts';

/**
 * A part made by `openPart` without loss, as a film of its own that can be read like any other: its frame 0 is the
 * first of the span, its pictures are the film's in size and format.
 */
export function partFilm(film: Film, { path, span }: Part): Film {
  const pts = film.pts.slice(span.start, span.end).map((value) => value - film.pts[span.start]);
  const zero = film.clock.times[span.start];
  const times = film.clock.times.slice(span.start, span.end).map((time) => time - zero);
  const end = (film.clock.times[span.end] ?? film.clock.end) - zero;
  return {
    ...film,
    path,
    pts,
    clock: { times, end },
    storedFormat: film.format.name,
    keyFrames: Int32Array.from(pts.keys()),
    audio: [],
    ...{ start: 0, containerStart: 0 },
  };
}

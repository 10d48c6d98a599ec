import { writeEdl } from '@mondwerk/film';
import { timecodeStart, type Film } from '@mondwerk/media';
import type { DeliverOrder } from '../orders.ts';

/** The edit decision lists of the changed shots, by the names of their files; one, unless there are very many shots. */
export function deliveryEdls(film: Film, order: DeliverOrder, clip: string): Map<string, string> {
  const base = clip.replace(/\.[^.]*$/, '');
  const texts = writeEdl({
    title: base,
    clip,
    rate: film.rate,
    start: timecodeStart(film),
    events: order.takes
      .toSorted((a, b) => a.frames.start - b.frames.start)
      .map(({ shot, take, frames, performers }) => ({
        frames,
        comments: [
          `SHOT ${shot} TAKE ${take}, FRAMES ${frames.start} TO ${frames.end - 1}`,
          ...(performers.length > 0 ? [`PERFORMERS: ${performers.join(', ')}`] : []),
          ...facesIn(order, shot),
          ...(film.variable ? ['TIMES VARY IN THIS FILM: GO BY THE FRAMES'] : []),
        ],
      })),
  });
  const nameOf = (i: number): string => (texts.length === 1 ? `${base}.edl` : `${base}-${i + 1}.edl`);
  return new Map(texts.map((text, i) => [nameOf(i), text]));
}

/** Faces that were replaced in this very film, not in one that it was made from: that counts its shots by itself. */
const facesIn = ({ source, replaced = [] }: DeliverOrder, shot: number): string[] =>
  replaced
    .filter(({ film, shots }) => film.sha256 === source.sha256 && shots.includes(shot))
    .map(({ replaced: whose, shown }) => `FACE OF ${whose} REPLACED WITH THE FACE OF ${shown}`);

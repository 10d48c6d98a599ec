import type { FrameSpan, Shot } from '@mondwerk/film';
import { findCuts, shotsBetween, thumbnailLayout } from './cutShots.ts';
import type { Film } from './film.ts';
import { decodeFrames } from './rawFrames.ts';

/** The shots of a film that was only looked at in places. */
export interface NearShots {
  /** All of the film. Those that lie in `looked` are exact, others may hold cuts; every border is a real one. */
  readonly shots: readonly Shot[];
  readonly looked: readonly FrameSpan[];
}

/**
 * Finds the hard cuts round some spans of a film, so many frames before and after, and further where a shot that a span
 * touches goes on. The rest is not decoded.
 * @throws Refusal `truncated` when frames are missing.
 */
export async function cutShotsNear(
  film: Film,
  spans: readonly FrameSpan[],
  margin: number,
  onFrame: () => void = () => undefined,
): Promise<NearShots> {
  const frames = film.pts.length;
  const clamp = ({ start, end }: FrameSpan): FrameSpan => ({
    start: Math.max(0, start),
    end: Math.min(frames, end),
  });
  let done: { readonly place: FrameSpan; readonly cuts: readonly number[] }[] = [];
  let waiting = merged(spans.map(({ start, end }) => clamp({ start: start - margin, end: end + margin })));
  while (waiting.length > 0) {
    const [place, ...rest] = waiting;
    const cuts = await cutsIn(film, place, onFrame);
    const open = openEnds(place, cuts, spans, frames);
    if (open.start + open.end === 0) {
      done.push({ place, cuts });
      waiting = rest;
      continue;
    }
    const more = place.end - place.start;
    const wider = clamp({ start: place.start - open.start * more, end: place.end + open.end * more });
    // What was looked at before and is reached now is looked at again, as one place.
    const reached = done.filter((each) => touches(each.place, wider));
    done = done.filter((each) => !reached.includes(each));
    waiting = merged([wider, ...reached.map((each) => each.place), ...rest]);
  }
  const starts = done.flatMap(({ cuts }) => cuts).sort((a, b) => a - b);
  const looked = done.map(({ place }) => place).sort((a, b) => a.start - b.start);
  return { shots: shotsBetween(starts, frames), looked };
}

/** At which ends (1) a shot that a span touches may go on beyond the place that was looked at. */
function openEnds(
  place: FrameSpan,
  cuts: readonly number[],
  spans: readonly FrameSpan[],
  frames: number,
): FrameSpan {
  const own = spans.filter((span) => touches(span, place));
  const first = Math.min(...own.map(({ start }) => start));
  const last = Math.max(...own.map(({ end }) => end));
  return {
    start: place.start === 0 || cuts.some((cut) => cut <= first) ? 0 : 1,
    end: place.end === frames || cuts.some((cut) => cut >= last) ? 0 : 1,
  };
}

const touches = (a: FrameSpan, b: FrameSpan): boolean => a.start <= b.end && b.start <= a.end;

async function cutsIn(film: Film, place: FrameSpan, onFrame: () => void): Promise<number[]> {
  const cuts: number[] = [];
  let frame = place.start;
  for await (const begins of findCuts(thumbnailsIn(film, place))) {
    if (begins) cuts.push(frame);
    frame += 1;
    onFrame();
  }
  return cuts;
}

async function* thumbnailsIn(film: Film, place: FrameSpan): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of decodeFrames(film, thumbnailLayout, place)) yield new Uint8Array(bytes);
}

function merged(spans: readonly FrameSpan[]): FrameSpan[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
